package io.cloudpbx.calls.web;

import io.cloudpbx.calls.Answering;
import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Hangup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a called phone hears before it is joined to the caller. */
@RestController
@RequestMapping(path = "/ivr", produces = Twiml.XML)
class ScreeningController {
    private static final Logger LOG = LoggerFactory.getLogger(ScreeningController.class);

    private final Answering answering;

    ScreeningController(Answering answering) {
        this.answering = answering;
    }

    /** @param place of the group for which the phone is rung; none when it is for whoever it belongs to */
    @PostMapping({"/screen/{ext}", "/screen/{ext}/{place}"})
    ResponseEntity<String> screen(
            @PathVariable String ext,
            @PathVariable(required = false) @Nullable String place,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        var leg = Incoming.call(form);
        return Twiml.answer(answering.screen(leg, Incoming.parent(form), ext, place, shown(form)));
    }

    /** The caller, unless they withhold their number: then it is the one that they called. */
    private static String shown(WebhookForm form) {
        return PhoneNumber.reported(form.get("From")).map(PhoneNumber::spoken).orElse("an unknown caller");
    }

    @PostMapping("/screened/{ext}")
    ResponseEntity<String> screened(
            @PathVariable String ext, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        var leg = Incoming.call(form);
        return Twiml.answer(answering.screened(leg, Incoming.parent(form), ext, Keys.pressed(form)));
    }

    /** The colleague's phone is let go, and the caller is offered a mailbox. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<String> letGo(Exception failure) {
        LOG.error("A called phone could not be asked, so it was let go", failure);
        return Twiml.answer(Response.of(new Hangup()).toXml());
    }
}
