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
    /** Whoever is later than this has missed the time of its number, in which another node's may be by now. */
    private static final Duration LATE = Duration.ofMillis(200);

    private final BulkCarrier carrier;
    private final StopList stopList;
    private final Outcomes outcomes;
    private final Machine machine;
    private final Pace pace;
    private final Spacing spacing = new Spacing();
    private final Lag lag = new Lag();
    private final OnTheWay onTheWay;
    private final Map<PhoneNumber, Integer> behind = new ConcurrentHashMap<>();

    Handover(BulkCarrier carrier, StopList stopList, Outcomes outcomes, Machine machine, Pace pace) {
        this.carrier = carrier;
        this.stopList = stopList;
        this.outcomes = outcomes;
        this.machine = machine;
        this.pace = pace;
        this.onTheWay = new OnTheWay(pace);
    }

    /**
     * A text's time on the machine's clock, in nanoseconds.
     *
     * @param from when it may leave, and not before
     * @param since when its time began at the earliest: a node that slept since it asked for it is late, and does not use it
     * @param madeGood what {@link Lag} had put off of its number when it was planned
     */
    record Slot(long from, long since, long madeGood) {}

    /** A text that is written down, and its time. */
    record Turn(Leaving leaving, BulkText text, @Nullable Instant until, Slot slot) {}

    /** Whether a text of this number may be written down; its room is free again when it was handed over, or stays. */
    boolean takesRoom(PhoneNumber number) {
        return onTheWay.add(number);
    }

    /** It was not written down. */
    void stays(Turn turn) {
        onTheWay.remove(turn.text().from());
    }

    /** Who of them has said STOP is looked for at once; none of their time is then lost by it. */
    void hand(Collection<Turn> turns) {
        long looked = machine.nanoTime();
        for (Turn turn : notOptedOut(turns)) {
            machine.at(turn.slot().from(), () -> handWhenFree(new Passenger(turn, looked, false)));
        }
    }

    /** Whether a text of this node waits although its time has come; then its number has no time for another yet. */
    boolean isBehind(PhoneNumber number) {
        return behind.containsKey(number);
    }

    /** By how much this number's next time has to be put off, since its texts leave late. It is not said twice. */
    Duration makeGood(PhoneNumber number) {
        return Duration.ofNanos(lag.makeGood(number));
    }

    /** A time of this number that is planned now. */
    Slot slot(PhoneNumber number, long from, long since) {
        return new Slot(from, since, lag.madeGood(number));
    }

    /**
     * A text whose time comes.
     *
     * @param looked when it was last looked for its recipient's STOP
     * @param waited whether its time has come before, and its number was not free
     */
    private record Passenger(Turn turn, long looked, boolean waited) {
        PhoneNumber from() {
            return turn.text().from();
        }

        Passenger waiting() {
            return new Passenger(turn, looked, true);
        }

        boolean isLate(long now) {
            return now - turn.slot().from() > LATE.toNanos();
        }
    }

    private void handWhenFree(Passenger passenger) {
        PhoneNumber from = passenger.from();
        int segments = passenger.turn().leaving().segments();
        long now = machine.nanoTime();
        boolean late = passenger.isLate(now);
        long free = late ? now : spacing.take(from, now, (long) (pace.seconds(from, segments) * 1e9));
        if (free > now) {
            if (!passenger.waited()) {
                behind.merge(from, 1, Integer::sum);
            }
            machine.at(free, () -> handWhenFree(passenger.waiting()));
            return;
        }
        if (passenger.waited()) {
            behind.computeIfPresent(from, (number, waiting) -> waiting > 1 ? waiting - 1 : null);
        }
        try {
            if (late) {
                outcomes.add(passenger.turn().leaving(), Aftermath.of(new Handed.TooLate(), 1));
            } else {
                leave(passenger, now);
            }
        } finally {
            onTheWay.remove(from);
        }
    }

    private void leave(Passenger passenger, long now) {
        Turn turn = passenger.turn();
        PhoneNumber from = passenger.from();
        lag.left(from, now - turn.slot().from(), turn.slot().madeGood());
        if (now - passenger.looked() >= GOOD_FOR.toNanos() && !mayLeave(turn)) {
            spacing.over(from, now);
            return;
        }
        Aftermath aftermath = ask(turn);
        outcomes.add(turn.leaving(), aftermath);
        if (aftermath instanceof Aftermath.Sent) {
            spacing.answered(from, now, machine.nanoTime());
        } else {
            spacing.over(from, now);
        }
    }

    private List<Turn> notOptedOut(Collection<Turn> turns) {
        Set<PhoneNumber> people = turns.stream().map(turn -> turn.text().to()).collect(Collectors.toSet());
        Set<PhoneNumber> optedOut;
        try {
            optedOut = stopList.among(people);
        } catch (DataAccessException unreadable) {
            turns.forEach(turn -> end(turn, notAsked()));
            return List.of();
        } catch (RuntimeException defect) {
            // They are in doubt then, and their numbers go on.
            turns.forEach(turn -> onTheWay.remove(turn.text().from()));
            throw defect;
        }
        turns.stream()
                .filter(turn -> optedOut.contains(turn.text().to()))
                .forEach(turn -> end(turn, new Aftermath.OptedOut()));
        return turns.stream()
                .filter(turn -> !optedOut.contains(turn.text().to()))
                .toList();
    }

    private void end(Turn turn, Aftermath aftermath) {
        outcomes.add(turn.leaving(), aftermath);
        onTheWay.remove(turn.text().from());
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
        return new Aftermath.NotSent(NEXT_TRY, Aftermath.NO_REST, "It was not sent, as the database did not answer.");
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
