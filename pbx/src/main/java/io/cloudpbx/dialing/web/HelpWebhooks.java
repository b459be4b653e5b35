package io.cloudpbx.dialing.web;

import io.cloudpbx.carrier.WebhookForm;
import io.cloudpbx.database.DatabaseAway;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.dialing.flow.HelpNumber;
import io.cloudpbx.dialing.help.HelpScript;
import io.cloudpbx.dialing.store.HelpCallRows;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.twiml.Response;
import java.time.Clock;
import java.time.Duration;
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

/** What the carrier asks and tells about calls for help. What it asks is answered from the address alone. */
@RestController
@RequestMapping("/ivr/help/{id}/{number}/{from}")
class HelpWebhooks {
    private static final Logger LOG = LoggerFactory.getLogger(HelpWebhooks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final HelpScript script;
    private final HelpCallRows rows;
    private final DatabaseWatch database;
    private final Clock clock;

    HelpWebhooks(HelpScript script, HelpCallRows rows, DatabaseWatch database, Clock clock) {
        this.script = script;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<String> answered(@PathVariable UUID id, @PathVariable String number, @PathVariable String from) {
        return answer(script.connect(id, help(number), new PhoneNumber("+" + from)));
    }

    @PostMapping("/over")
    ResponseEntity<String> over(
            @PathVariable String number, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        boolean talked = form.find("DialBridged").map("true"::equals).orElse(false);
        var outcome = DialOutcome.reported(form.get("DialCallStatus"), talked);
        return answer(outcome == DialOutcome.BRIDGED ? script.over() : script.notReached(help(number)));
    }

    @PostMapping("/leg")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leg(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        if (status(form) == CallStatus.IN_PROGRESS) {
            note(() -> rows.connected(id, clock.instant()));
        }
    }

    @PostMapping("/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(@PathVariable UUID id, @RequestAttribute(WebhookForm.ATTRIBUTE) WebhookForm form) {
        if (status(form).isOver()) {
            note(() -> rows.ended(id, clock.instant()));
        }
    }

    /** How far it came is good to know and needed for nothing. */
    private void note(Runnable writing) {
        try {
            database.decided(PATIENCE, () -> {
                writing.run();
                return true;
            });
        } catch (DatabaseAway away) {
            LOG.warn("How far a call for help came is not written down", away);
        }
    }

    private static HelpNumber help(String digits) {
        return HelpNumber.ofDigits(digits).orElse(HelpNumber.EMERGENCY);
    }

    private static ResponseEntity<String> answer(Response document) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(document.toXml());
    }

    private static CallStatus status(WebhookForm form) {
        return CallStatus.reported(form.get("CallStatus")).orElse(CallStatus.INITIATED);
    }
}
