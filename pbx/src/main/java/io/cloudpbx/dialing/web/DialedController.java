package io.cloudpbx.dialing.web;

import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.dialing.Apart;
import io.cloudpbx.dialing.PhoneNews;
import io.cloudpbx.dialing.Progress;
import io.cloudpbx.dialing.flow.Called.Moment;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Hangup;
import java.util.UUID;
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

/** What the carrier asks and tells about calls that somebody here began. */
@RestController
@RequestMapping("/ivr/dialed/{id}")
class DialedController {
    private static final Logger LOG = LoggerFactory.getLogger(DialedController.class);

    private final Progress progress;
    private final Apart apart;
    private final PhoneNews news;

    DialedController(Progress progress, Apart apart, PhoneNews news) {
        this.progress = progress;
        this.apart = apart;
        this.news = news;
    }

    @PostMapping
    ResponseEntity<String> answered(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> progress.answered(id, call(form)));
    }

    @PostMapping("/pressed")
    ResponseEntity<String> pressed(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> progress.pressed(id, call(form), form.get("Digits")));
    }

    @PostMapping("/told")
    ResponseEntity<String> told(@PathVariable UUID id) {
        return answer(() -> progress.told(id));
    }

    @PostMapping("/unrecorded")
    ResponseEntity<String> unrecorded(@PathVariable UUID id) {
        return answer(() -> progress.unrecorded(id));
    }

    @PostMapping("/over")
    ResponseEntity<String> over(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        Boolean bridged = form.find("DialBridged")
                .filter(said -> !said.isBlank())
                .map("true"::equals)
                .orElse(null);
        return answer(() -> progress.over(id, call(form), form.get("DialCallStatus"), bridged));
    }

    @PostMapping("/called")
    ResponseEntity<String> called(@PathVariable UUID id) {
        return answer(() -> apart.called(id, Moment.ENTERED));
    }

    @PostMapping("/called/waited")
    ResponseEntity<String> waited(@PathVariable UUID id) {
        return answer(() -> apart.called(id, Moment.WAITED));
    }

    @PostMapping("/called/left")
    ResponseEntity<String> left(@PathVariable UUID id) {
        return answer(() -> apart.called(id, Moment.LEFT));
    }

    @PostMapping("/let-go")
    ResponseEntity<String> letGo(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> apart.letGo(id, call(form)));
    }

    @PostMapping("/leg")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leg(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        news.ofCalled(id, call(form), status(form));
    }

    @PostMapping("/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        news.ofOwn(id, call(form), status(form));
    }

    /** A phone to which nothing can be said is let go (R16). */
    private static ResponseEntity<String> answer(java.util.function.Supplier<String> twiml) {
        String xml;
        try {
            xml = twiml.get();
        } catch (RuntimeException failure) {
            LOG.error("A call from the dashboard could not be led on, so it was let go", failure);
            xml = Response.of(new Hangup()).toXml();
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(xml);
    }

    private static CarrierId call(WebhookForm form) {
        return new CarrierId(form.get("CallSid"));
    }

    private static CallStatus status(WebhookForm form) {
        return CallStatus.reported(form.get("CallStatus")).orElse(CallStatus.INITIATED);
    }
}
