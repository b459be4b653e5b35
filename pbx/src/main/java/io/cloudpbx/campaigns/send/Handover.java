package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.messaging.BulkCarrier;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Hands each text over at its time, all of them beside each other. What was written down is asked for once, or never (R8). */
@Component
class Handover {
    private static final Duration NEXT_TRY = Duration.ofSeconds(2);
    /** How long before its time a text's opt-out is looked for, and how old a look may be when it leaves. */
    private static final Duration BEFOREHAND = Duration.ofMillis(50);

    private static final Duration GOOD_FOR = Duration.ofMillis(500);

    private final BulkCarrier carrier;
    private final StopList stopList;
    private final Outcomes outcomes;
    private final Machine machine;
    private final Pace pace;
    private final Spacing spacing = new Spacing();
    private final Map<PhoneNumber, Integer> behind = new ConcurrentHashMap<>();

    Handover(BulkCarrier carrier, StopList stopList, Outcomes outcomes, Machine machine, Pace pace) {
        this.carrier = carrier;
        this.stopList = stopList;
        this.outcomes = outcomes;
        this.machine = machine;
        this.pace = pace;
    }

    /**
     * A text's time on the machine's clock, in nanoseconds.
     *
     * @param from when it may leave, and not before
     * @param since when its time began at the earliest: a node that slept since it asked for it is late, and does not use it
     */
    record Slot(long from, long since) {}

    void hand(Leaving leaving, BulkText text, @Nullable Instant until, Slot slot) {
        var turn = new Turn(leaving, text, until, slot.since());
        machine.at(slot.from() - BEFOREHAND.toNanos(), () -> look(turn, slot.from()));
    }

    /** A text whose time comes. @param since when its time began at the earliest */
    private record Turn(
            Leaving leaving, BulkText text, @Nullable Instant until, long since) {}

    /** Whether a text of this node waits although its time has come; then its number has no time for another yet. */
    boolean isBehind(PhoneNumber number) {
        return behind.containsKey(number);
    }

    /** Before its time, none of which is then lost by it. */
    private void look(Turn turn, long from) {
        long looked = machine.nanoTime();
        if (mayLeave(turn)) {
            machine.at(from, () -> handWhenFree(turn, looked, false));
        }
    }

    private void handWhenFree(Turn turn, long looked, boolean waited) {
        PhoneNumber from = turn.text().from();
        long now = machine.nanoTime();
        long busy = (long) (pace.seconds(from, turn.leaving().segments()) * 1e9);
        long free = spacing.take(from, now, busy);
        if (free > now) {
            if (!waited) {
                behind.merge(from, 1, Integer::sum);
            }
            machine.at(free, () -> handWhenFree(turn, looked, true));
            return;
        }
        if (waited) {
            behind.computeIfPresent(from, (number, waiting) -> waiting > 1 ? waiting - 1 : null);
        }
        if (now - looked < GOOD_FOR.toNanos() || mayLeave(turn)) {
            outcomes.add(turn.leaving(), ask(turn));
            spacing.answered(from, now, machine.nanoTime());
        }
    }

    /** Whoever has said STOP in this very second gets nothing either (C3). */
    private boolean mayLeave(Turn turn) {
        try {
            if (!stopList.has(turn.text().to())) {
                return true;
            }
            outcomes.add(turn.leaving(), new Aftermath.OptedOut());
        } catch (DataAccessException unreadable) {
            outcomes.add(turn.leaving(), notAsked());
        }
        return false;
    }

    /** As while the database is away: the carrier was certainly not asked, so this is no doubt. */
    private static Aftermath notAsked() {
        return new Aftermath.NotSent(NEXT_TRY, false, "It was not sent, as the database did not answer.");
    }

    private Aftermath ask(Turn turn) {
        try {
            Handed handed =
                    carrier.hand(turn.text(), "/sms/campaigns/" + turn.leaving().token(), turn.until(), turn.since());
            return Aftermath.of(handed, turn.leaving().delivery().attempts() + 1);
        } catch (DataAccessException unreadable) {
            return notAsked();
        }
    }
}
