package io.cloudpbx.calls.web;

import io.cloudpbx.carrier.NumberWebhooks;
import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Record;
import io.cloudpbx.twiml.Verb.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The document for when nothing else works: it needs no database, and the carrier keeps the message until we can fetch it (A13). The
 * caller's number travels in the callback's path, because we may have written down nothing about this call.
 */
@Component
class Apology {
    private static final Logger LOG = LoggerFactory.getLogger(Apology.class);

    private final NumberWebhooks webhooks;

    Apology(NumberWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    String document(WebhookForm form) {
        String caller = PhoneNumber.reported(form.get("From"))
                .map(number -> "/" + number.e164().substring(1))
                .orElse("");
        return Response.of(
                        new Say("We're sorry, we can't connect your call right now."
                                + " Please leave a message after the tone, and press pound when you're done."
                                + " Messages are recorded and transcribed by software."),
                        new Record(
                                webhooks.action("/ivr/goodbye"),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(120),
                                webhooks.callback("/ivr/recording/general" + caller),
                                webhooks.callback("/ivr/transcription")),
                        new Say("I didn't hear a message. Goodbye."),
                        new Hangup())
                .toXml();
    }

    String goodbye() {
        return Response.of(new Say("Thank you. Your message was recorded. Goodbye."), new Hangup())
                .toXml();
    }

    String afterFailure(Exception failure, HttpServletRequest request) {
        LOG.error("A call could not be answered as decided, so the caller was offered a mailbox", failure);
        var form = Optional.ofNullable((WebhookForm) request.getAttribute(WebhookForm.ATTRIBUTE));
        return form.map(this::document).orElseGet(this::goodbye);
    }
}
