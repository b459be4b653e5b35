package io.cloudpbx.calls.web;

import io.cloudpbx.calls.Legs;
import io.cloudpbx.carrier.WebhookForm;
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

    private final Legs legs;

    ScreeningController(Legs legs) {
        this.legs = legs;
    }

    /** @param place of the group for which the phone is rung; none when it is for whoever it belongs to */
    @PostMapping({"/screen/{ext}", "/screen/{ext}/{place}"})
    ResponseEntity<String> screen(
            @PathVariable String ext,
            @PathVariable(required = false) @Nullable String place,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        var leg = Incoming.call(form);
        return Twiml.answer(legs.screen(leg, Incoming.parent(form), ext, place));
    }

    @PostMapping("/screened/{ext}")
    ResponseEntity<String> screened(
            @PathVariable String ext, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        var leg = Incoming.call(form);
        return Twiml.answer(legs.screened(leg, Incoming.parent(form), ext, Keys.pressed(form)));
    }

    /** The colleague's phone is let go, and the caller is offered a mailbox. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<String> letGo(Exception failure) {
        LOG.error("A called phone could not be asked, so it was let go", failure);
        return Twiml.answer(Response.of(new Hangup()).toXml());
    }
}
