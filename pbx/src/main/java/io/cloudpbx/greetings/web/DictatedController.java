package io.cloudpbx.greetings.web;

import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.greetings.dictation.Dictations;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Hangup;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the carrier asks and tells about greetings that are spoken into a phone. */
@RestController
@RequestMapping("/ivr/dictation/{id}")
class DictatedController {
    private static final Logger LOG = LoggerFactory.getLogger(DictatedController.class);

    private final Dictations dictations;

    DictatedController(Dictations dictations) {
        this.dictations = dictations;
    }

    @PostMapping
    ResponseEntity<String> answered(@PathVariable UUID id) {
        return answer(() -> dictations.answered(id));
    }

    @PostMapping("/pressed")
    ResponseEntity<String> pressed(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> dictations.pressed(id, form.get("Digits")));
    }

    @PostMapping("/spoken")
    ResponseEntity<String> spoken(@PathVariable UUID id) {
        return answer(dictations::spoken);
    }

    @PostMapping("/recording")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recording(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        switch (form.get("RecordingStatus")) {
            case "completed" -> dictations.recorded(id, new CarrierId(form.get("RecordingSid")));
            case "absent", "failed" -> dictations.nothingRecorded(id);
            default -> {}
        }
    }

    @PostMapping("/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        dictations.over(id, CallStatus.reported(form.get("CallStatus")).orElse(CallStatus.INITIATED));
    }

    /** A phone to which nothing can be said is let go (R16). */
    private static ResponseEntity<String> answer(Supplier<String> twiml) {
        String xml;
        try {
            xml = twiml.get();
        } catch (RuntimeException failure) {
            LOG.error("A greeting could not be taken on the phone, so the phone was let go", failure);
            xml = Response.of(new Hangup()).toXml();
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(xml);
    }
}
