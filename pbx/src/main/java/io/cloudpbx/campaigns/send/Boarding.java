package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Staying;
import io.cloudpbx.campaigns.ledger.ThreadLedger;
import io.cloudpbx.campaigns.send.Handover.Turn;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes attempts down shortly before their time, those of one moment together (R8). What a crash finds before that was certainly
 * not asked for: it waits for its lease, and is in no doubt.
 */
@Component
class Boarding {
    /** Those whose times lie in one of these are written down at its beginning. */
    private static final Duration MOMENT = Duration.ofMillis(50);
    /** Whoever is not written down by then has lost its time, and makes way for others. */
    private static final Duration LATEST = Duration.ofMillis(200);

    private final DeliveryLedger deliveries;
    private final ThreadLedger threads;
    private final Handover handover;
    private final Machine machine;
    private final Clock clock;
    private final Lead lead = new Lead();
    private final Map<String, Sent> unwritten = new ConcurrentHashMap<>();

    Boarding(DeliveryLedger deliveries, ThreadLedger threads, Handover handover, Machine machine, Clock clock) {
        this.deliveries = deliveries;
        this.threads = threads;
        this.handover = handover;
        this.machine = machine;
        this.clock = clock;
    }

    /** @param turns of what is claimed, and has time of its number */
    void at(Campaign campaign, Collection<Turn> turns) {
        turns.forEach(turn -> unwritten.put(turn.leaving().token(), cost(turn)));
        long before = lead.time().toNanos();
        Map<Long, List<Turn>> moments = turns.stream().collect(Collectors.groupingBy(turn -> moment(turn, before)));
        moments.forEach((moment, together) -> machine.at(moment * MOMENT.toNanos(), () -> board(campaign, together)));
    }

    private static long moment(Turn turn, long before) {
        return Math.floorDiv(turn.slot().from() - before, MOMENT.toNanos());
    }

    /** How long before its time a text has to be planned, so that it is written down by then. */
    Duration lead() {
        return lead.time().plus(MOMENT);
    }

    /** Those whose number is behind are looked at a moment later: they could not leave yet, and would be in doubt after a crash. */
    private void board(Campaign campaign, List<Turn> turns) {
        long now = machine.nanoTime();
        Map<Boolean, List<Turn>> sorted = turns.stream().collect(Collectors.partitioningBy(this::isHeldUp));
        List<Turn> heldUp = sorted.getOrDefault(true, List.of());
        List<Turn> inTime = heldUp.stream()
                .filter(turn -> now - turn.slot().from() < LATEST.toNanos())
                .toList();
        if (!inTime.isEmpty()) {
            machine.at(now + MOMENT.toNanos(), () -> board(campaign, inTime));
        }
        List<Turn> late = heldUp.stream().filter(turn -> !inTime.contains(turn)).toList();
        try {
            stay(late);
        } finally {
            isNoMoreUnwritten(late);
        }
        write(campaign, sorted.getOrDefault(false, List.of()));
    }

    private boolean isHeldUp(Turn turn) {
        return !machine.isStopping() && handover.isBehind(turn.leaving().sender());
    }

    private void write(Campaign campaign, List<Turn> turns) {
        try {
            Set<String> left = machine.isStopping() ? Set.of() : written(turns);
            Map<Boolean, List<Turn>> sorted = turns.stream()
                    .collect(Collectors.partitioningBy(
                            turn -> left.contains(turn.leaving().token())));
            List<Turn> leaving = sorted.getOrDefault(true, List.of());
            handover.hand(leaving);
            threads.left(campaign, deliveries(leaving));
            stay(sorted.getOrDefault(false, List.of()));
        } finally {
            isNoMoreUnwritten(turns);
        }
    }

    private Set<String> written(List<Turn> turns) {
        long asked = machine.nanoTime();
        Set<String> written = deliveries.leave(turns.stream().map(Turn::leaving).toList(), clock.instant());
        lead.took(Duration.ofNanos(machine.nanoTime() - asked));
        return written;
    }

    private void isNoMoreUnwritten(List<Turn> turns) {
        turns.forEach(turn -> unwritten.remove(turn.leaving().token()));
    }

    /** What leaves soon and is not written down yet: nobody else counts its money. */
    Sent unwritten() {
        return unwritten.values().stream().reduce(Sent.NOTHING, Sent::plus);
    }

    private static Sent cost(Turn turn) {
        return turn.text().media().isEmpty() ? new Sent(turn.leaving().segments(), 0) : new Sent(0, 1);
    }

    /**
     * The campaign was paused meanwhile, their number has no time for them, or the program is being stopped. Whoever was claimed by
     * somebody else since, or canceled, is not moved by this.
     */
    private void stay(List<Turn> remaining) {
        if (!remaining.isEmpty()) {
            deliveries.stay(
                    deliveries(remaining).stream()
                            .map(delivery -> new Staying(delivery, clock.instant(), "", ""))
                            .toList(),
                    clock.instant());
        }
    }

    private static List<Delivery> deliveries(List<Turn> turns) {
        return turns.stream().map(turn -> turn.leaving().delivery()).toList();
    }
}
