package io.cloudpbx.dialing.help;

import io.cloudpbx.carrier.NumberWebhooks;
import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.flow.HelpNumber;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The addresses that the carrier asks about a call for help: all that the answer needs is in them. */
@Component
class HelpUrls {
    private final NumberWebhooks webhooks;

    HelpUrls(NumberWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    String answered(HelpCalled call) {
        return webhooks.action(path(call.id(), call.number(), call.from()));
    }

    String over(UUID id, HelpNumber number, PhoneNumber from) {
        return webhooks.action(path(id, number, from) + "/over");
    }

    String leg(UUID id, HelpNumber number, PhoneNumber from) {
        return webhooks.callback(path(id, number, from) + "/leg");
    }

    String status(HelpCalled call) {
        return webhooks.callback(path(call.id(), call.number(), call.from()) + "/status");
    }

    private static String path(UUID id, HelpNumber number, PhoneNumber from) {
        return "/ivr/help/" + id + "/" + number.digits() + "/" + from.e164().substring(1);
    }
}
