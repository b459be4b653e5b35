package io.cloudpbx.calls.web;

import io.cloudpbx.carrier.WebhookForm;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the carrier turns when our answer failed; touches neither database nor storage. */
@RestController
@RequestMapping(path = "/ivr", produces = Twiml.XML)
class FallbackController {
    private final Apology apology;

    FallbackController(Apology apology) {
        this.apology = apology;
    }

    @PostMapping("/fallback")
    ResponseEntity<String> fallback(@RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return Twiml.answer(apology.document(form));
    }

    @PostMapping("/goodbye")
    ResponseEntity<String> goodbye() {
        return Twiml.answer(apology.goodbye());
    }
}
