package io.cloudpbx.sandbox.webhook;

import io.cloudpbx.sandbox.state.IncomingNumber.Hook;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where to ask, and where to ask instead when that fails. URLs are kept byte for byte, fragment included. */
public record WebhookTarget(
        String url, String method, @Nullable String fallbackUrl, String fallbackMethod) {
    /** Empty for a webhook without a URL. */
    public static Optional<WebhookTarget> of(Hook hook) {
        String url = hook.url();
        return url == null || url.isBlank()
                ? Optional.empty()
                : Optional.of(new WebhookTarget(url, hook.method(), hook.fallbackUrl(), hook.fallbackMethod()));
    }

    public static WebhookTarget of(String url, String method) {
        return new WebhookTarget(url, method, null, "POST");
    }
}
