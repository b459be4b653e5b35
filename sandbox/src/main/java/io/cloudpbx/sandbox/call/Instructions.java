package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.util.Map;

/** Where the next document comes from. */
sealed interface Instructions {
    /** The parameters come after the standard set ({@code twilio.md} section 2.2). */
    record Fetch(WebhookTarget target, Map<String, String> parameters) implements Instructions {}

    record Inline(String twiml) implements Instructions {}
}
