package io.cloudpbx.greetings.dictation;

import io.cloudpbx.carrier.NumberWebhooks;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The addresses that the carrier asks and tells about a dictation. */
@Component
class DictationUrls {
    private final NumberWebhooks webhooks;

    DictationUrls(NumberWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    String answered(UUID id) {
        return webhooks.action("/ivr/dictation/" + id);
    }

    String pressed(UUID id) {
        return webhooks.action("/ivr/dictation/" + id + "/pressed");
    }

    String spoken(UUID id) {
        return webhooks.action("/ivr/dictation/" + id + "/spoken");
    }

    String recording(UUID id) {
        return webhooks.callback("/ivr/dictation/" + id + "/recording");
    }

    String status(UUID id) {
        return webhooks.callback("/ivr/dictation/" + id + "/status");
    }
}
