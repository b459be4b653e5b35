package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Known;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Doubt;
import io.cloudpbx.carrier.CarrierText;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks at the carrier for deliveries of unknown fate (R9). One that fits is ours; several that fit are for a person to judge;
 * none, in looks a minute apart and five minutes after the attempt, ends as the campaign's policy says (R10).
 */
@Component
class Doubts implements Recurring {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(60);
    private static final Duration LATEST = Duration.ofMinutes(5);
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(120);
    private static final int AT_ONCE = 100;

    /** More of them at once mean that the carrier answers nobody. */
    private static final int MOST_FAILURES = 3;

    private final ReceiptLedger receipts;
    private final DeliveryLedger deliveries;
    private final CampaignLedger campaigns;
    private final OutcomeLedger outcomes;
    private final Conclusions conclusions;
    private final Wording wording;
    private final CarrierTexts carrier;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Doubts(
            ReceiptLedger receipts,
            DeliveryLedger deliveries,
            CampaignLedger campaigns,
            OutcomeLedger outcomes,
            Conclusions conclusions,
            Wording wording,
            CarrierTexts carrier,
            Clock clock,
            ApplicationEventPublisher events) {
        this.receipts = receipts;
        this.deliveries = deliveries;
        this.campaigns = campaigns;
        this.outcomes = outcomes;
        this.conclusions = conclusions;
        this.wording = wording;
        this.carrier = carrier;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String name() {
        return "campaigns.doubts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        List<RuntimeException> failures = new ArrayList<>();
        for (Doubt doubt : receipts.doubts(now.minus(FIRST_LOOK), now.minus(BETWEEN_LOOKS), AT_ONCE)) {
            try {
                // Who was deleted meanwhile is not looked for.
                deliveries.find(doubt.deliveryId()).ifPresent(delivery -> look(doubt, delivery));
            } catch (RuntimeException failed) {
                // It counts as no look; but one that always fails would keep all after it from ever being looked for.
                receipts.putOff(doubt.token(), clock.instant());
                failures.add(failed);
            }
            if (failures.size() >= MOST_FAILURES) {
                break;
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private void look(Doubt doubt, Delivery delivery) {
        Campaign campaign = campaigns.find(delivery.campaignId()).orElseThrow();
        Instant asked = clock.instant();
        List<CarrierText> fitting = carrier.sentBetween(new PhoneNumber(doubt.sender()), delivery.to()).stream()
                .filter(found ->
                        wording.isOf(campaign, delivery.fields(), found.body()) && isOf(found, doubt.startedAt()))
                .filter(found -> !receipts.isKnown(found.id()))
                .toList();
        if (fitting.size() == 1) {
            CarrierText found = fitting.getFirst();
            found(Known.of(doubt.token(), found.id(), found.status(), found.errorCode()));
            tell(doubt, campaign);
        } else if (fitting.size() > 1) {
            notFound(
                    doubt,
                    campaign,
                    false,
                    "The carrier has several texts that could be this one. Look before you send it again.");
        } else {
            miss(doubt, campaign, asked);
        }
    }

    private void found(Known known) {
        conclusions.aboutNumbers(List.of(known), clock.instant());
        outcomes.known(List.of(known), clock.instant());
        conclusions.aboutAccount(List.of(known));
    }

    private static boolean isOf(CarrierText found, Instant startedAt) {
        Instant at = Objects.requireNonNullElse(found.createdAt(), startedAt);
        return !at.isBefore(startedAt.minus(BEFORE)) && !at.isAfter(startedAt.plus(AFTER));
    }

    /** @param asked what the list said then, it may not say any more when a node has slept over it */
    private void miss(Doubt doubt, Campaign campaign, Instant asked) {
        receipts.looked(doubt.token(), clock.instant());
        boolean over = doubt.looked() > 0 && asked.isAfter(doubt.startedAt().plus(LATEST));
        if (over) {
            boolean again = campaign.policy() == Policy.AT_LEAST_ONCE && doubt.isFirst();
            notFound(doubt, campaign, again, "The carrier did not confirm it, and does not list it.");
        }
    }

    private void notFound(Doubt doubt, Campaign campaign, boolean again, String sentence) {
        receipts.notFound(doubt.token(), again, sentence, clock.instant());
        tell(doubt, campaign);
    }

    private void tell(Doubt doubt, Campaign campaign) {
        events.publishEvent(new CampaignProgressed(campaign.id(), doubt.startedAt()));
    }
}
