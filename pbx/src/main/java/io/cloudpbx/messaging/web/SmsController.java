package io.cloudpbx.messaging.web;

import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.messaging.arrive.Arrivals;
import io.cloudpbx.messaging.arrive.Arriving;
import io.cloudpbx.messaging.arrive.Arriving.Attached;
import io.cloudpbx.messaging.send.Acceptances;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps what comes in and answers with silence: whatever is replied goes its own way, not through the webhook (A17). */
@RestController
@RequestMapping(path = "/sms", produces = "application/xml;charset=UTF-8")
class SmsController {
    private static final Logger LOG = LoggerFactory.getLogger(SmsController.class);
    /**
     * A text is not brought a second time (A14). While all connections are taken, as when hundreds write at once, or the database
     * starts again, one is waited for: with the pool's own patience about 10 of the 15 s that the carrier has.
     */
    private static final RetryTemplate PATIENTLY = new RetryTemplate(RetryPolicy.builder()
            .includes(CannotCreateTransactionException.class)
            .maxRetries(3)
            .delay(Duration.ofMillis(50))
            .build());

    private static final String NOTHING_TO_SAY = Response.of().toXml();

    private final Arrivals arrivals;
    private final Acceptances acceptances;

    SmsController(Arrivals arrivals, Acceptances acceptances) {
        this.arrivals = arrivals;
        this.acceptances = acceptances;
    }

    @PostMapping("/inbound")
    String inbound(@RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        boolean understood = CarrierId.isOne(form.get("MessageSid"))
                && !form.get("From").isEmpty()
                && PhoneNumber.reported(form.get("To")).isPresent();
        if (understood) {
            Arriving text = arriving(form);
            PATIENTLY.invoke(() -> arrivals.receive(text));
        } else {
            LOG.warn("A text was left aside: it names no id, no sender or no number of ours.");
        }
        return NOTHING_TO_SAY;
    }

    private static Arriving arriving(WebhookForm form) {
        int media = number(form.get("NumMedia"), 2);
        return new Arriving(
                new CarrierId(form.get("MessageSid")),
                form.get("From"),
                form.get("To"),
                form.get("Body"),
                media,
                attached(form, media));
    }

    /** Of an address only its last part is believed: the id, under which it is asked for at the carrier (T9). */
    private static List<Attached> attached(WebhookForm form, int count) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(index -> {
                    String url = form.get("MediaUrl" + index);
                    String id = url.substring(url.lastIndexOf('/') + 1);
                    return CarrierId.isOne(id)
                            ? Stream.of(new Attached(new CarrierId(id), form.get("MediaContentType" + index)))
                            : Stream.empty();
                })
                .toList();
    }

    private static int number(String text, int digits) {
        return text.matches("\\d{1," + digits + "}") ? Integer.parseInt(text) : 0;
    }

    /** Needs no database; the carrier keeps the text, so that it can be fetched later. */
    @PostMapping("/fallback")
    String fallback() {
        return NOTHING_TO_SAY;
    }

    /** News of a text of ours; the token says of which. */
    @PostMapping("/status/{token}")
    ResponseEntity<Void> status(@PathVariable String token, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        if (CarrierId.isOne(form.get("MessageSid")) && CarrierId.isOne(form.get("MessageStatus"))) {
            acceptances.told(
                    token,
                    new CarrierId(form.get("MessageSid")),
                    form.get("MessageStatus"),
                    number(form.get("ErrorCode"), 6));
        }
        return ResponseEntity.noContent().build();
    }
}
