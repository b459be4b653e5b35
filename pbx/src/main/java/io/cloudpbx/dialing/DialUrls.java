package io.cloudpbx.dialing;

import io.cloudpbx.carrier.NumberWebhooks;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The addresses that the carrier asks about a call. The call's own id is in them, so that its news proves that it was placed (R4). */
@Component
class DialUrls {
    private final NumberWebhooks webhooks;

    DialUrls(NumberWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    String answered(UUID id) {
        return webhooks.action("/ivr/dialed/" + id);
    }

    String pressed(UUID id) {
        return webhooks.action("/ivr/dialed/" + id + "/pressed");
    }

    /** Asked for what whoever is called hears before they are joined. */
    String told(UUID id) {
        return webhooks.action("/ivr/dialed/" + id + "/told");
    }

    /** Asked when they press a key then. */
    String unrecorded(UUID id) {
        return webhooks.action("/ivr/dialed/" + id + "/unrecorded");
    }

    String over(UUID id) {
        return webhooks.action("/ivr/dialed/" + id + "/over");
    }

    /** Asked by the phone of whoever is called when it is led out of the conversation, or back. */
    String called(UUID id) {
        return webhooks.action("/ivr/dialed/" + id + "/called");
    }

    String waited(UUID id) {
        return webhooks.action("/ivr/dialed/" + id + "/called/waited");
    }

    String left(UUID id) {
        return webhooks.action("/ivr/dialed/" + id + "/called/left");
    }

    /** Asked by either phone when it is let go. */
    String letGo(UUID id) {
        return webhooks.action("/ivr/dialed/" + id + "/let-go");
    }

    String leg(UUID id) {
        return webhooks.callback("/ivr/dialed/" + id + "/leg");
    }

    String status(UUID id) {
        return webhooks.callback("/ivr/dialed/" + id + "/status");
    }
}
