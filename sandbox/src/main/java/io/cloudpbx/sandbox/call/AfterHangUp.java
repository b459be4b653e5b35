package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.util.Map;

/** The caller is gone, but the action of what he was doing is requested; the reply is discarded (section 2.2). */
final class AfterHangUp {
    private AfterHangUp() {}

    static void tell(Leg leg, Callback action, Map<String, String> added) {
        Map<String, String> parameters = leg.parameters();
        parameters.putAll(added);
        WebhookTarget target = WebhookTarget.of(action.url(), action.method());
        leg.conversation()
                .timeline()
                .outside(() -> leg.equipment()
                        .webhooks()
                        .fetch(leg.account(), target, parameters, leg.call().sid()));
    }
}
