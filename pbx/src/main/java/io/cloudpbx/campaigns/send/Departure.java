package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaigns;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.ThreadLines;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.store.DeliveryRows;
import io.cloudpbx.campaigns.store.DeliveryRows.Leaving;
import io.cloudpbx.campaigns.store.DeliveryRows.Staying;
import io.cloudpbx.campaigns.store.PaceRows;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was claimed is judged, given its time, written down, and handed over (R8). */
@Component
class Departure {
    /** Whatever would have to wait longer for its number is left to others meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Wording wording;
    private final BulkGate gate;
    private final DeliveryRows deliveries;
    private final PaceRows paces;
    private final Campaigns lifecycle;
    private final Handover handover;
    private final ThreadLines lines;
    private final Pace pace;
    private final Clock clock;

    Departure(
            Wording wording,
            BulkGate gate,
            DeliveryRows deliveries,
            PaceRows paces,
            Campaigns lifecycle,
            Handover handover,
            ThreadLines lines,
            Pace pace,
            Clock clock) {
        this.wording = wording;
        this.gate = gate;
        this.deliveries = deliveries;
        this.paces = paces;
        this.lifecycle = lifecycle;
        this.handover = handover;
        this.lines = lines;
        this.pace = pace;
        this.clock = clock;
    }

    /** A text that the gate has let through. @param until when it must have arrived */
    private record Passed(
            Leaving leaving, BulkText text, @Nullable Instant until) {}

    /** @param senders as many as deliveries at least, each for one of them */
    void of(Campaign campaign, List<Delivery> claimed, List<PhoneNumber> senders) {
        List<BulkText> texts = texts(campaign, claimed, senders);
        List<Judgement> judgements = judgements(campaign, claimed, texts);
        List<Passed> passed = new ArrayList<>();
        List<Staying> staying = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            switch (judgements.get(i)) {
                case Judgement.Leave(Instant until) ->
                    passed.add(new Passed(leaving(claimed.get(i), texts.get(i)), texts.get(i), until));
                case Judgement.Wait(Instant until, var because) ->
                    staying.add(new Staying(claimed.get(i), until, because.code(), because.sentence()));
                case Judgement.Skip(var because) ->
                    staying.add(new Staying(claimed.get(i), null, because.code(), because.sentence()));
                case Judgement.Halt halt -> staying.add(released(claimed.get(i)));
            }
        }
        haltIfAny(campaign, judgements);
        leave(campaign, passed, staying);
        if (!staying.isEmpty()) {
            deliveries.stay(staying, clock.instant());
        }
    }

    private List<Judgement> judgements(Campaign campaign, List<Delivery> claimed, List<BulkText> texts) {
        List<Verdict> verdicts = gate.decide(texts, campaign.kind());
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            String missing = wording.missing(campaign, claimed.get(i).fields());
            judgements.add(missing.isEmpty() ? Judgement.of(verdicts.get(i)) : Judgement.withoutField(missing));
        }
        return judgements;
    }

    private void haltIfAny(Campaign campaign, List<Judgement> judgements) {
        for (Judgement judgement : judgements) {
            if (judgement instanceof Judgement.Halt(Check because)) {
                lifecycle.halt(campaign.id(), because.sentence());
                return;
            }
        }
    }

    private List<BulkText> texts(Campaign campaign, List<Delivery> claimed, List<PhoneNumber> senders) {
        List<BulkText> texts = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            Delivery delivery = claimed.get(i);
            String body = wording.of(campaign, delivery.fields());
            texts.add(new BulkText(senders.get(i), delivery.to(), body, campaign.kind()));
        }
        return texts;
    }

    private static Leaving leaving(Delivery delivery, BulkText text) {
        return new Leaving(delivery, text.from(), Segments.of(text.body()).count(), token());
    }

    private Staying released(Delivery delivery) {
        return new Staying(delivery, clock.instant(), "", "");
    }

    private void leave(Campaign campaign, List<Passed> passed, List<Staying> staying) {
        if (passed.isEmpty()) {
            return;
        }
        Map<PhoneNumber, Double> busy = new HashMap<>();
        passed.forEach(each -> busy.merge(each.leaving().sender(), seconds(each), Double::sum));
        Map<PhoneNumber, Duration> waits = new HashMap<>(paces.reserve(busy));
        Map<Passed, Duration> slots = new HashMap<>();
        for (Passed each : passed) {
            Duration wait = waits.getOrDefault(each.leaving().sender(), Duration.ZERO);
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                staying.add(released(each.leaving().delivery()));
            } else {
                slots.put(each, wait);
            }
            waits.put(each.leaving().sender(), wait.plusNanos((long) (seconds(each) * 1e9)));
        }
        long since = System.nanoTime();
        List<Leaving> leaving = slots.keySet().stream().map(Passed::leaving).toList();
        Set<String> left = deliveries.leave(leaving, clock.instant());
        slots.forEach((each, wait) -> {
            if (left.contains(each.leaving().token())) {
                handover.hand(each.leaving(), each.text(), each.until(), since + wait.toNanos());
            }
        });
        lines.tell(
                campaign,
                leaving.stream()
                        .filter(each -> left.contains(each.token()))
                        .map(Leaving::delivery)
                        .toList());
    }

    private double seconds(Passed each) {
        return pace.seconds(each.leaving().sender(), each.leaving().segments());
    }

    /** 128 random bits: nobody guesses it and tells us news of a text that is not his. */
    private static String token() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
