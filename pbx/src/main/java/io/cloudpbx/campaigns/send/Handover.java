package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.DeliveryLedger.Leaving;
import io.cloudpbx.messaging.BulkCarrier;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Hands each text over at its time, all of them beside each other. What was written down is asked for once, or never (R8). */
@Component
class Handover {
    private static final Duration NEXT_TRY = Duration.ofSeconds(2);
    /** How old a look at the opt-outs may be when a text leaves. */
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

    /** A text that is written down, and its time. */
    record Turn(Leaving leaving, BulkText text, @Nullable Instant until, Slot slot) {}

    /** Who of them has said STOP is looked for at once; none of their time is then lost by it. */
    void hand(Collection<Turn> turns) {
        long looked = machine.nanoTime();
        for (Turn turn : notOptedOut(turns)) {
            machine.at(turn.slot().from(), () -> handWhenFree(turn, looked, false));
        }
    }

    /** Whether a text of this node waits although its time has come; then its number has no time for another yet. */
    boolean isBehind(PhoneNumber number) {
        return behind.containsKey(number);
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

    private List<Turn> notOptedOut(Collection<Turn> turns) {
        Set<PhoneNumber> people = turns.stream().map(turn -> turn.text().to()).collect(Collectors.toSet());
        Set<PhoneNumber> optedOut;
        try {
            optedOut = stopList.among(people);
        } catch (DataAccessException unreadable) {
            turns.forEach(turn -> outcomes.add(turn.leaving(), notAsked()));
            return List.of();
        }
        turns.stream()
                .filter(turn -> optedOut.contains(turn.text().to()))
                .forEach(turn -> outcomes.add(turn.leaving(), new Aftermath.OptedOut()));
        return turns.stream()
                .filter(turn -> !optedOut.contains(turn.text().to()))
                .toList();
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
            Handed handed = carrier.hand(
                    turn.text(),
                    "/sms/campaigns/" + turn.leaving().token(),
                    turn.until(),
                    turn.slot().since());
            return Aftermath.of(handed, turn.leaving().delivery().attempts() + 1);
        } catch (DataAccessException unreadable) {
            return notAsked();
        }
    }
}
