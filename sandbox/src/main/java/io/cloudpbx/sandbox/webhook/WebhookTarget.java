package io.cloudpbx.sandbox.webhook;

import org.jspecify.annotations.Nullable;

/** Where to ask, and where to ask instead when that fails. URLs are kept byte for byte, fragment included. */
public record WebhookTarget(
        String url, String method, @Nullable String fallbackUrl, String fallbackMethod) {
    public static WebhookTarget of(String url, String method) {
        return new WebhookTarget(url, method, null, "POST");
    }
}
