package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.Told;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.flow.Judgement;
import io.cloudpbx.campaigns.flow.Signatures;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Staying;
import io.cloudpbx.campaigns.send.Handover.Slot;
import io.cloudpbx.campaigns.send.Handover.Turn;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.Check;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was claimed is judged and given its time. */
@Component
class Departure {
    private final Wording wording;
    private final Told told;
    private final BulkGate gate;
    private final DeliveryLedger deliveries;
    private final Timetable timetable;
    private final Course course;
    private final Boarding boarding;
    private final Machine machine;
    private final Clock clock;

    Departure(
            Wording wording,
            Told told,
            BulkGate gate,
            DeliveryLedger deliveries,
            Timetable timetable,
            Course course,
            Boarding boarding,
            Machine machine,
            Clock clock) {
        this.wording = wording;
        this.told = told;
        this.gate = gate;
        this.deliveries = deliveries;
        this.timetable = timetable;
        this.course = course;
        this.boarding = boarding;
        this.machine = machine;
        this.clock = clock;
    }

    /** How long it takes until what is claimed now can leave. */
    Duration lead() {
        return boarding.lead();
    }

    /** A text that the gate has let through. @param until when it must have arrived */
    private record Passed(
            Leaving leaving, BulkText text, @Nullable Instant until) {}

    /**
     * Has those leave who may, as far as there are turns.
     *
     * @param turns our numbers, each as often as it may send now
     * @return false when none of them may, so that all turns are still free for others
     */
    boolean of(Campaign campaign, List<Delivery> claimed, List<PhoneNumber> turns) {
        Signatures signing = told.signing(claimed, wording.signatures(campaign));
        List<BulkText> texts = texts(campaign, claimed, turns, signing);
        List<Judgement> judgements = judgements(campaign, claimed, texts);
        var sorted = new Sorted(turns, signing);
        for (int i = 0; i < claimed.size(); i++) {
            sorted.add(claimed.get(i), texts.get(i), judgements.get(i));
        }
        sorted.resting.forEach((number, because) -> timetable.rest(number, because.sentence()));
        sorted.halts.stream()
                .filter(because -> !isSpent(because) || sorted.passed.isEmpty() && nothingLeavesSoon())
                .findFirst()
                .ifPresent(because -> course.halt(campaign.id(), because.sentence()));
        leave(campaign, sorted.passed, sorted.staying);
        stay(campaign, sorted.staying);
        return sorted.may > 0 || !sorted.halts.isEmpty() || !sorted.resting.isEmpty();
    }

    /** Those for whom the money still reached leave first: a campaign that pauses would keep them, on every day anew. */
    private static boolean isSpent(Check because) {
        return because.code().equals("spend_ceiling");
    }

    private boolean nothingLeavesSoon() {
        return boarding.unwritten().equals(Sent.NOTHING);
    }

    /** Who of them leaves by one of the turns, and who stays. */
    private final class Sorted {
        private final int turns;
        private final Signatures signing;
        private final List<PhoneNumber> free;
        private final List<Passed> passed = new ArrayList<>();
        private final List<Staying> staying = new ArrayList<>();
        private final List<Check> halts = new ArrayList<>();
        private final SortedMap<PhoneNumber, Check> resting = new TreeMap<>();
        private int may;

        Sorted(List<PhoneNumber> turns, Signatures signing) {
            this.turns = turns.size();
            this.signing = signing;
            this.free = new ArrayList<>(turns);
        }

        void add(Delivery delivery, BulkText text, Judgement judgement) {
            switch (judgement) {
                case Judgement.Leave(Verdict.Send by) -> leave(delivery, text, by);
                case Judgement.Wait(Instant until, Check because) ->
                    staying.add(new Staying(delivery, until, because.code(), because.sentence()));
                case Judgement.Skip(Check because) ->
                    staying.add(new Staying(delivery, null, because.code(), because.sentence()));
                case Judgement.Rest(Check because) -> {
                    resting.putIfAbsent(text.from(), because);
                    staying.add(released(delivery));
                }
                case Judgement.Halt(Check because) -> halt(delivery, because);
            }
        }

        private void leave(Delivery delivery, BulkText text, Verdict.Send by) {
            may++;
            if (free.remove(text.from())) {
                passed.add(new Passed(leaving(delivery, text, by, signing), text, by.until()));
            } else {
                staying.add(released(delivery));
            }
        }

        /** Each counts on the money that those before it would cost, of whom no more leave than there are turns. */
        private void halt(Delivery delivery, Check because) {
            staying.add(released(delivery));
            if (may < turns) {
                halts.add(because);
            }
        }
    }

    private void stay(Campaign campaign, List<Staying> staying) {
        if (!staying.isEmpty()) {
            deliveries.stay(staying, clock.instant());
            // Nobody hears of whoever is only left for the next round.
            if (staying.stream().anyMatch(each -> !each.code().isEmpty())) {
                course.progressed(campaign.id());
            }
        }
    }

    private List<Judgement> judgements(Campaign campaign, List<Delivery> claimed, List<BulkText> texts) {
        List<Verdict> verdicts = gate.decide(texts, campaign.kind(), boarding.unwritten());
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            Verdict verdict = verdicts.get(i);
            judgements.add(wording.unfit(campaign, claimed.get(i).fields()).orElseGet(() -> Judgement.of(verdict)));
        }
        return judgements;
    }

    private static List<BulkText> texts(
            Campaign campaign, List<Delivery> claimed, List<PhoneNumber> turns, Signatures signing) {
        List<BulkText> texts = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            Delivery delivery = claimed.get(i);
            String body = Wording.of(campaign, delivery.fields(), signing.to(delivery.to()));
            PhoneNumber from = turns.get(i % turns.size());
            texts.add(new BulkText(from, delivery.to(), body, campaign.kind(), campaign.media()));
        }
        return texts;
    }

    private Leaving leaving(Delivery delivery, BulkText text, Verdict.Send by, Signatures signing) {
        return new Leaving(
                delivery,
                text.from(),
                text.segments(),
                machine.token(),
                by.mostADay(),
                signing.tell(delivery.to()),
                Evidence.of(by, signing.to(delivery.to())));
    }

    private Staying released(Delivery delivery) {
        return new Staying(delivery, clock.instant(), "", "");
    }

    private void leave(Campaign campaign, List<Passed> passed, List<Staying> staying) {
        if (passed.isEmpty()) {
            return;
        }
        Map<String, Slot> times =
                timetable.times(passed.stream().map(Passed::leaving).toList(), boarding.lead());
        List<Turn> turns = new ArrayList<>();
        for (Passed each : passed) {
            Slot slot = times.get(each.leaving().token());
            if (slot == null) {
                staying.add(released(each.leaving().delivery()));
            } else {
                turns.add(new Turn(each.leaving(), each.text(), each.until(), slot));
            }
        }
        boarding.at(campaign, turns);
    }
}
