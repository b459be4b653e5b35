package io.cloudpbx.calls.web;

import io.cloudpbx.calls.hands.AskedColleagues;
import io.cloudpbx.calls.hands.Desk;
import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.twiml.Response;
import io.cloudpbx.twiml.Verb.Hangup;
import io.cloudpbx.twiml.Verb.Say;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the phone of whoever has a caller does next, when it is not joined to the caller by the document that rang it. */
@RestController
@RequestMapping(path = "/ivr/desk", produces = Twiml.XML)
class DeskController {
    private static final Logger LOG = LoggerFactory.getLogger(DeskController.class);

    /**
     * Longer than callers are kept, who are led on without the database, where this phone can only be let go; and shorter than the carrier
     * waits.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Desk desk;
    private final AskedColleagues colleagues;
    private final DatabaseWatch database;

    DeskController(Desk desk, AskedColleagues colleagues, DatabaseWatch database) {
        this.desk = desk;
        this.colleagues = colleagues;
        this.database = database;
    }

    @PostMapping("/{call}")
    ResponseEntity<String> next(@PathVariable UUID call, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> desk.next(call, Incoming.call(form)));
    }

    /** A phone that hung up while it asked is asked about as well ({@code twilio.md} 2.2): it has not come back to its caller. */
    @PostMapping("/{call}/asked")
    ResponseEntity<String> asked(@PathVariable UUID call, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        boolean gone = Incoming.status(form).isOver();
        return answer(() -> gone ? desk.over(call) : desk.asked(call, Incoming.call(form)));
    }

    @PostMapping("/{call}/colleague/{ext}")
    ResponseEntity<String> colleague(
            @PathVariable UUID call,
            @PathVariable String ext,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> colleagues.question(call, Incoming.call(form), ext));
    }

    @PostMapping("/{call}/colleague/{ext}/pressed")
    ResponseEntity<String> pressed(
            @PathVariable UUID call,
            @PathVariable String ext,
            @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        return answer(() -> colleagues.pressed(call, Incoming.call(form), ext, Keys.pressed(form)));
    }

    @PostMapping("/{call}/over")
    ResponseEntity<String> over(@PathVariable UUID call) {
        return answer(() -> desk.over(call));
    }

    private ResponseEntity<String> answer(Supplier<String> told) {
        return Twiml.answer(database.inTime(PATIENCE, told));
    }

    /** In words that are true for whoever had the caller, whom the news of its end brings them back to, and for a colleague. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<String> letGo(Exception failure) {
        LOG.error("The phone of whoever has a caller could not be told what to do, so it was let go", failure);
        return Twiml.answer(Response.of(new Say("Something went wrong. Goodbye."), new Hangup())
                .toXml());
    }
}
