package io.cloudpbx.messaging.web;

import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.messaging.InboundText;
import io.cloudpbx.messaging.store.InboundTextRows;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.twiml.Response;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps what comes in and answers with silence: whatever is replied goes its own way, not through the webhook (A17). */
@RestController
@RequestMapping(path = "/sms", produces = "application/xml;charset=UTF-8")
class SmsController {
    private static final String NOTHING_TO_SAY = Response.of().toXml();

    private final InboundTextRows texts;

    SmsController(InboundTextRows texts) {
        this.texts = texts;
    }

    @PostMapping("/inbound")
    String inbound(@RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        texts.keep(new InboundText(
                new CarrierId(form.get("MessageSid")),
                form.get("From"),
                form.get("To"),
                form.get("Body"),
                mediaCount(form.get("NumMedia"))));
        return NOTHING_TO_SAY;
    }

    private static int mediaCount(String text) {
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    /** Needs no database; the carrier keeps the text, so that it can be fetched later. */
    @PostMapping("/fallback")
    String fallback() {
        return NOTHING_TO_SAY;
    }
}
