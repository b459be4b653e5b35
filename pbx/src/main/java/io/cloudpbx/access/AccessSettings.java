package io.cloudpbx.access;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What access needs to know about the installation.
 *
 * @param data {@code CLOUDPBX_DATA}
 * @param publicUrl {@code PUBLIC_URL}: what people type into their browser; over https cookies are for https alone
 * @param phoneUrl {@code CLOUDPBX_PHONE_URL}: the sandbox's browser phone, the one foreign page that ours may frame
 * @param demo {@code CLOUDPBX_DEMO}: one user without a password, signed in by a link
 * @param adminToken {@code CLOUDPBX_ADMIN_TOKEN}: an owner's API token, in the demo alone
 * @param secretKey {@code CLOUDPBX_SECRET_KEY}: 64 hex digits that keys of second factors are kept by, the same at every
 *     node; without it one is made in the data folder
 */
@ConfigurationProperties("cloudpbx")
public record AccessSettings(
        Path data,
        URI publicUrl,
        @Nullable URI phoneUrl,
        boolean demo,
        @Nullable String adminToken,
        @Nullable String secretKey) {

    public AccessSettings {
        if (secretKey != null && !secretKey.strip().matches("|[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException(
                    "CLOUDPBX_SECRET_KEY must be 64 hex digits, such as openssl rand -hex 32 makes.");
        }
    }

    public boolean overHttps() {
        return "https".equals(publicUrl.getScheme());
    }

    /** An address to show to people, for a path that begins with a slash. */
    public String link(String path) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** Token and key are secrets. */
    @Override
    public String toString() {
        return "AccessSettings[data=%s, publicUrl=%s, phoneUrl=%s, demo=%s]".formatted(data, publicUrl, phoneUrl, demo);
    }
}
