package io.cloudpbx.carrier;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code PUBLIC_URL}: how the carrier reaches us, and the only source of the URL that signatures are checked against;
 * never the request's own host or forwarding headers ({@code twilio.md} section 4).
 */
@ConfigurationProperties("public")
public record PublicUrl(@Nullable URI url) {
    /** The same for a WebSocket: {@code wss}, or {@code ws} where the public URL itself is not secure. */
    public String ofSocket(String path) {
        return of(path).replaceFirst("^http", "ws");
    }

    /** An absolute URL for a path that begins with a slash. */
    public String of(String path) {
        if (url == null) {
            throw new IllegalStateException("PUBLIC_URL is not set");
        }
        String base = url.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
