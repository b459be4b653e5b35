package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Staying;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.ledger.ThreadLedger;
import io.cloudpbx.campaigns.send.Handover.Slot;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private final Wording wording;
    private final BulkGate gate;
    private final DeliveryLedger deliveries;
    private final PaceLedger paces;
    private final Course course;
    private final Handover handover;
    private final ThreadLedger threads;
    private final Machine machine;
    private final Pace pace;
    private final Clock clock;

    Departure(
            Wording wording,
            BulkGate gate,
            DeliveryLedger deliveries,
            PaceLedger paces,
            Course course,
            Handover handover,
            ThreadLedger threads,
            Machine machine,
            Pace pace,
            Clock clock) {
        this.wording = wording;
        this.gate = gate;
        this.deliveries = deliveries;
        this.paces = paces;
        this.course = course;
        this.handover = handover;
        this.threads = threads;
        this.machine = machine;
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
                course.halt(campaign.id(), because.sentence());
                return;
            }
        }
    }

    private List<BulkText> texts(Campaign campaign, List<Delivery> claimed, List<PhoneNumber> senders) {
        Wording present = wording.now();
        List<BulkText> texts = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            Delivery delivery = claimed.get(i);
            String body = present.of(campaign, delivery.fields());
            texts.add(new BulkText(senders.get(i), delivery.to(), body, campaign.kind(), campaign.media()));
        }
        return texts;
    }

    private Leaving leaving(Delivery delivery, BulkText text) {
        return new Leaving(delivery, text.from(), text.segments(), machine.token());
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
        long asked = machine.nanoTime();
        Map<PhoneNumber, Duration> waits = new HashMap<>(paces.reserve(busy));
        long answered = machine.nanoTime();
        Map<Passed, Duration> slots = new LinkedHashMap<>();
        for (Passed each : passed) {
            Duration wait = waits.getOrDefault(each.leaving().sender(), Duration.ZERO);
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                staying.add(released(each.leaving().delivery()));
            } else {
                slots.put(each, wait);
            }
            waits.put(each.leaving().sender(), wait.plusNanos((long) (seconds(each) * 1e9)));
        }
        List<Leaving> leaving = slots.keySet().stream().map(Passed::leaving).toList();
        Set<String> left = deliveries.leave(leaving, clock.instant());
        slots.forEach((each, wait) -> {
            if (left.contains(each.leaving().token())) {
                var slot = new Slot(answered + wait.toNanos(), asked + wait.toNanos());
                handover.hand(each.leaving(), each.text(), each.until(), slot);
            }
        });
        threads.left(
                campaign,
                leaving.stream()
                        .filter(each -> left.contains(each.token()))
                        .map(Leaving::delivery)
                        .toList());
    }

    private double seconds(Passed each) {
        return pace.slot(each.leaving().sender(), each.leaving().segments());
    }
}
