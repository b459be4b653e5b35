package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Blame;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.flow.SharedTime;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.send.Handover.Slot;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives texts times of their numbers, which no other node gets then (R12). */
@Component
class Timetable {
    /** Whatever would have to wait longer for its number is left to others meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private final PaceLedger paces;
    private final Handover handover;
    private final Machine machine;
    private final Pace pace;

    Timetable(PaceLedger paces, Handover handover, Machine machine, Pace pace) {
        this.paces = paces;
        this.handover = handover;
        this.machine = machine;
        this.pace = pace;
    }

    /**
     * @param lead how long it takes until one of them can leave
     * @return the time of each by its token; whoever has none would have to wait too long
     */
    Map<String, Slot> times(Collection<Leaving> leaving, Duration lead) {
        if (pace.isShared()) {
            return sharedTimes(List.copyOf(leaving), lead);
        }
        long asked = machine.nanoTime();
        Map<PhoneNumber, Duration> waits = reserved(leaving, lead);
        long answered = machine.nanoTime();
        Map<String, Slot> times = new HashMap<>();
        for (Leaving each : leaving) {
            Duration wait = waits.getOrDefault(each.sender(), Duration.ZERO);
            if (wait.compareTo(LONGEST_WAIT) <= 0) {
                times.put(each.token(), slot(each, wait, asked, answered));
            }
            waits.put(each.sender(), wait.plusNanos((long) (seconds(each) * 1e9)));
        }
        return times;
    }

    private Slot slot(Leaving each, Duration wait, long asked, long answered) {
        return handover.slot(each.sender(), answered + wait.toNanos(), asked + wait.toNanos());
    }

    /** Where all numbers share the account's rate, a text's time is no more its number's alone. */
    private Map<String, Slot> sharedTimes(List<Leaving> leaving, Duration lead) {
        Set<PhoneNumber> begun = new HashSet<>();
        List<SharedTime.Text> texts = leaving.stream()
                .map(each -> new SharedTime.Text(
                        each.sender(), begun.add(each.sender()) ? late(each.sender()) : 0, seconds(each)))
                .toList();
        long asked = machine.nanoTime();
        List<Duration> waits = paces.reserve(texts, pace.between(), lead);
        long answered = machine.nanoTime();
        Map<String, Slot> times = new HashMap<>();
        for (int place = 0; place < leaving.size(); place++) {
            Duration wait = waits.get(place);
            if (wait.compareTo(LONGEST_WAIT) <= 0) {
                times.put(leaving.get(place).token(), slot(leaving.get(place), wait, asked, answered));
            }
        }
        return times;
    }

    private double late(PhoneNumber number) {
        return handover.makeGood(number).toNanos() / 1e9;
    }

    /** How long each number still has to wait: for what is reserved already, and for as much as its texts are late. */
    private Map<PhoneNumber, Duration> reserved(Collection<Leaving> leaving, Duration lead) {
        Map<PhoneNumber, Double> busy = new HashMap<>();
        leaving.forEach(each -> busy.merge(each.sender(), seconds(each), Double::sum));
        Map<PhoneNumber, Duration> late = new HashMap<>();
        busy.keySet().forEach(number -> late.put(number, handover.makeGood(number)));
        late.forEach((number, by) -> busy.merge(number, by.toNanos() / 1e9, Double::sum));
        Map<PhoneNumber, Duration> waits = new HashMap<>(paces.reserve(busy, lead));
        late.forEach((number, by) -> waits.merge(number, by, Duration::plus));
        return waits;
    }

    /** Nothing leaves from a number that the gate lets nothing through of; it is asked again later. */
    void rest(PhoneNumber number, String because) {
        paces.stop(number, Blame.REST, because);
    }

    private double seconds(Leaving leaving) {
        return pace.slot(leaving.sender(), leaving.segments());
    }
}
