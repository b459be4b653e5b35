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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    /** Of all numbers together, in one go: as many as thousands of kills leave. */
    private static final int AT_ONCE = 10_000;

    /**
     * One after the other, and no more in one go: the carrier limits how many requests it is busy with at once (A24), and those that
     * send come first. So at some 150 ms each, about 300 a minute are asked about in this way.
     */
    private static final int ONE_BY_ONE = 300;

    /** So many of one number are asked about together, by its list, of which a request brings a thousand. Fewer are not worth one. */
    private static final int WORTH_A_LIST = 10;

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
        var round = new Round();
        List<Doubt> few = new ArrayList<>();
        receipts.doubts(now.minus(FIRST_LOOK), now.minus(BETWEEN_LOOKS), AT_ONCE).stream()
                .collect(Collectors.groupingBy(Doubt::sender, LinkedHashMap::new, Collectors.toList()))
                .forEach((number, doubts) -> {
                    if (doubts.size() < WORTH_A_LIST) {
                        few.addAll(doubts);
                    } else {
                        round.list(new PhoneNumber(number), doubts);
                    }
                });
        few.stream()
                .sorted(Comparator.comparing(Doubt::startedAt))
                .limit(ONE_BY_ONE)
                .forEach(round::ask);
        round.end();
    }

    /** What the carrier lists of a text to somebody. @param asked when: it may not say the same any more */
    private record Listed(Instant asked, List<CarrierText> texts) {}

    /** Asks as long as the carrier answers somebody. */
    private final class Round {
        private final List<RuntimeException> failures = new ArrayList<>();

        /** @param doubts all of this number */
        void list(PhoneNumber number, List<Doubt> doubts) {
            attempt(doubts, () -> {
                Instant asked = clock.instant();
                Map<String, List<CarrierText>> texts = madeFrom(number, doubts);
                doubts.forEach(doubt -> attempt(
                        List.of(doubt),
                        () -> look(doubt, to -> new Listed(asked, texts.getOrDefault(to.e164(), List.of())))));
            });
        }

        void ask(Doubt doubt) {
            attempt(
                    List.of(doubt),
                    () -> look(
                            doubt,
                            to -> new Listed(
                                    clock.instant(), carrier.sentBetween(new PhoneNumber(doubt.sender()), to))));
        }

        private void attempt(List<Doubt> doubts, Runnable looking) {
            if (failures.size() >= MOST_FAILURES) {
                return;
            }
            try {
                looking.run();
            } catch (RuntimeException failed) {
                // It counts as no look; but one that always fails would keep all after it from ever being looked for.
                doubts.forEach(doubt -> receipts.putOff(doubt.token(), clock.instant()));
                failures.add(failed);
            }
        }

        void end() {
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        }
    }

    private Map<String, List<CarrierText>> madeFrom(PhoneNumber number, List<Doubt> doubts) {
        Instant first =
                doubts.stream().map(Doubt::startedAt).min(Instant::compareTo).orElseThrow();
        Map<String, List<CarrierText>> texts = new HashMap<>();
        carrier.madeFrom(
                number,
                first.minus(BEFORE),
                page -> page.forEach(text -> texts.computeIfAbsent(text.to(), to -> new ArrayList<>())
                        .add(text)));
        return texts;
    }

    /** Who was deleted meanwhile is not looked for. */
    private void look(Doubt doubt, Function<PhoneNumber, Listed> list) {
        deliveries.find(doubt.deliveryId()).ifPresent(delivery -> look(doubt, delivery, list.apply(delivery.to())));
    }

    private void look(Doubt doubt, Delivery delivery, Listed listed) {
        Campaign campaign = campaigns.find(delivery.campaignId()).orElseThrow();
        List<CarrierText> fitting = listed.texts().stream()
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
            miss(doubt, campaign, listed.asked());
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
