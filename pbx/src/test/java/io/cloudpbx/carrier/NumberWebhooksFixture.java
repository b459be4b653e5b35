package io.cloudpbx.carrier;

import java.net.URI;

/** Webhook addresses under a public URL of a test's choosing. */
public final class NumberWebhooksFixture {
    private NumberWebhooksFixture() {}

    public static NumberWebhooks at(String publicUrl) {
        return new NumberWebhooks(new PublicUrl(URI.create(publicUrl)), new FallbackSettings(null, null));
    }
}
