package io.cloudpbx.dialing.web;

import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.database.DatabaseAway;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.dialing.Apart;
import io.cloudpbx.dialing.ByHeart;
import io.cloudpbx.dialing.PhoneNews;
import io.cloudpbx.dialing.Progress;
import io.cloudpbx.dialing.flow.Called.Moment;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.twiml.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

    /** Whoever waits for an answer hears silence, and the carrier turns to the fallback after a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Pattern ERROR_CODE = Pattern.compile("\\d{4,6}");

    private final Progress progress;
    private final Apart apart;
    private final PhoneNews news;
    private final ByHeart byHeart;
    private final DatabaseWatch database;

    DialedController(Progress progress, Apart apart, PhoneNews news, ByHeart byHeart, DatabaseWatch database) {
        this.progress = progress;
        this.apart = apart;
        this.news = news;
        this.byHeart = byHeart;
        this.database = database;
    }

    @PostMapping
    ResponseEntity<String> answered(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> progress.answered(id, call(form)), byHeart::notConnected);
    }

    @PostMapping("/pressed")
    ResponseEntity<String> pressed(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> progress.pressed(id, call(form), form.get("Digits")), byHeart::notConnected);
    }

    @PostMapping("/told")
    ResponseEntity<String> told(@PathVariable UUID id) {
        return answer(() -> progress.told(id), byHeart::notConnected);
    }

    @PostMapping("/unrecorded")
    ResponseEntity<String> unrecorded(@PathVariable UUID id) {
        return answer(() -> progress.unrecorded(id), byHeart::notConnected);
    }

    @PostMapping("/over")
    ResponseEntity<String> over(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        Boolean bridged = form.find("DialBridged")
                .filter(said -> !said.isBlank())
                .map("true"::equals)
                .orElse(null);
        String status = form.get("DialCallStatus");
        return answer(
                () -> progress.over(id, call(form), status, bridged, error(form)), () -> byHeart.over(status, bridged));
    }

    @PostMapping("/called")
    ResponseEntity<String> called(@PathVariable UUID id) {
        return called(id, Moment.ENTERED);
    }

    @PostMapping("/called/waited")
    ResponseEntity<String> waited(@PathVariable UUID id) {
        return called(id, Moment.WAITED);
    }

    @PostMapping("/called/left")
    ResponseEntity<String> left(@PathVariable UUID id) {
        return called(id, Moment.LEFT);
    }

    @PostMapping("/let-go")
    ResponseEntity<String> letGo(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> apart.letGo(id, call(form)), byHeart::letGo);
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

    private ResponseEntity<String> called(UUID id, Moment moment) {
        return answer(() -> apart.called(id, moment), () -> byHeart.called(id, moment));
    }

    /** @param without what is said when the database does not answer in time (R16) */
    private ResponseEntity<String> answer(Supplier<String> twiml, Supplier<Response> without) {
        String xml;
        try {
            xml = database.decided(PATIENCE, twiml);
        } catch (DatabaseAway away) {
            xml = without.get().toXml();
        } catch (RuntimeException failure) {
            LOG.error("A call from the dashboard could not be led on, so its phone was let go", failure);
            xml = byHeart.notConnected().toXml();
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(xml);
    }

    private static int error(WebhookForm form) {
        String code = form.get("ErrorCode");
        return ERROR_CODE.matcher(code).matches() ? Integer.parseInt(code) : 0;
    }

    private static CarrierId call(WebhookForm form) {
        return new CarrierId(form.get("CallSid"));
    }

    private static CallStatus status(WebhookForm form) {
        return CallStatus.reported(form.get("CallStatus")).orElse(CallStatus.INITIATED);
    }
}
