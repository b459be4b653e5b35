package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Quiet;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.jobs.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks the carrier about deliveries of which it should have said more by now: callbacks get lost (R6). */
@Component
class QuietDeliveries implements Recurring {
    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int AT_ONCE = 200;

    private final ReceiptLedger receipts;
    private final OutcomeLedger outcomes;
    private final Conclusions conclusions;
    private final CarrierTexts carrier;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    QuietDeliveries(
            ReceiptLedger receipts,
            OutcomeLedger outcomes,
            Conclusions conclusions,
            CarrierTexts carrier,
            Clock clock,
            ApplicationEventPublisher events) {
        this.receipts = receipts;
        this.outcomes = outcomes;
        this.conclusions = conclusions;
        this.carrier = carrier;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String name() {
        return "campaigns.quiet";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        List<Quiet> asked = new ArrayList<>();
        try {
            for (Quiet quiet : receipts.quietSince(now.minus(QUIET), now.minus(FORGOTTEN), AT_ONCE)) {
                // Before it is asked about: one that always fails would keep all after it from ever being asked about.
                asked.add(quiet);
                ask(quiet);
            }
        } finally {
            if (!asked.isEmpty()) {
                receipts.askedAbout(asked, clock.instant());
                outcomes.moved(asked.stream().map(Quiet::token).toList())
                        .forEach(moved ->
                                events.publishEvent(new CampaignProgressed(moved.campaignId(), moved.since())));
            }
        }
    }

    private void ask(Quiet quiet) {
        carrier.text(quiet.id())
                .map(text -> Known.of(quiet.token(), quiet.id(), text.status(), text.errorCode()))
                .ifPresent(known -> {
                    conclusions.aboutNumbers(List.of(known), clock.instant());
                    outcomes.known(List.of(known), clock.instant());
                    conclusions.aboutAccount(List.of(known));
                });
    }
}
