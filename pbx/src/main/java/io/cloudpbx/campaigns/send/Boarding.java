package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Staying;
import io.cloudpbx.campaigns.ledger.ThreadLedger;
import io.cloudpbx.campaigns.ledger.ThreadLedger.Left;
import io.cloudpbx.campaigns.send.Handover.Turn;
import io.cloudpbx.messaging.SentElsewhere.Sent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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

    /** Those whose number has no room are looked at a moment later: they could not leave yet, and would be in doubt after a crash. */
    private void board(Campaign campaign, List<Turn> turns) {
        List<Turn> boarding = new ArrayList<>();
        List<Turn> later = new ArrayList<>();
        List<Turn> over = new ArrayList<>();
        long now = machine.nanoTime();
        for (Turn turn : turns) {
            if (handover.takesRoom(turn.text().from())) {
                boarding.add(turn);
            } else if (machine.isStopping() || now - turn.slot().from() > LATEST.toNanos()) {
                over.add(turn);
            } else {
                later.add(turn);
            }
        }
        if (!later.isEmpty()) {
            machine.at(now + MOMENT.toNanos(), () -> board(campaign, later));
        }
        isNoMoreUnwritten(over);
        // First of all: whoever has room gives it back there, also when the ledger fails.
        write(campaign, boarding);
        stay(over);
    }

    private void write(Campaign campaign, List<Turn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        Set<String> written = Set.of();
        try {
            written = written(turns);
        } finally {
            staying(turns, written).forEach(handover::stays);
            isNoMoreUnwritten(turns);
        }
        List<Turn> staying = staying(turns, written);
        List<Turn> leaving = new ArrayList<>(turns);
        leaving.removeAll(staying);
        handover.hand(leaving);
        threads.left(
                campaign,
                leaving.stream()
                        .map(turn ->
                                new Left(turn.leaving().delivery(), turn.text().body()))
                        .toList());
        stay(staying);
    }

    private Set<String> written(List<Turn> turns) {
        if (machine.isStopping()) {
            return Set.of();
        }
        long asked = machine.nanoTime();
        Set<String> written = deliveries.leave(turns.stream().map(Turn::leaving).toList(), clock.instant());
        lead.took(Duration.ofNanos(machine.nanoTime() - asked));
        return written;
    }

    private static List<Turn> staying(List<Turn> turns, Set<String> written) {
        return turns.stream()
                .filter(turn -> !written.contains(turn.leaving().token()))
                .toList();
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
