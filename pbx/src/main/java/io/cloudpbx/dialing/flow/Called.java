package io.cloudpbx.dialing.flow;

import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is called, once their phone is known. Whoever calls them stays where they are when the two are parted, so only they are led
 * elsewhere, and both ask by this what comes next.
 *
 * @param phone as the carrier knows it in this call
 * @param gone whether it is not on the line any more
 * @param wanted where they are to be; null while nobody has held them
 * @param parted whether the carrier has parted the two since
 * @param holds oldest first
 */
public record Called(
        CarrierId phone, boolean gone, @Nullable Wish wanted, boolean parted, List<Hold> holds) {
    /** Whoever waits longer was forgotten, and comes back by themselves. */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(20);

    /** Whom the carrier was to part and has not by then it does not part any more. */
    static final Duration LONGEST_PARTING = Duration.ofSeconds(30);

    public Called {
        holds = List.copyOf(holds);
    }

    public enum Stage {
        /** They wait with music. */
        HELD,
        /** The two talk, in a conference. */
        TOGETHER
    }

    /** What somebody wants. */
    public record Wish(Stage stage, Instant since) {}

    /** As long as they heard music. @param until null while they do */
    public record Hold(Instant from, @Nullable Instant until) {}

    /** When their phone asks what comes next. */
    public enum Moment {
        /** They were led there. */
        ENTERED,
        /** They have waited for a round of the music. */
        WAITED,
        /** The conversation is over for them. */
        LEFT
    }

    /** What they hear. */
    public enum Hears {
        /** That they are on hold, and music. */
        HOLD,
        /** More of it. */
        MUSIC,
        /** Whoever called them. */
        TALK,
        GOODBYE
    }

    /** Whether they hear music now. */
    public boolean waits() {
        return !holds.isEmpty() && holds.getLast().until() == null;
    }

    public boolean isWanted(Stage stage) {
        return wanted != null && wanted.stage() == stage;
    }

    /** Whether they are where they are wanted. */
    public boolean isThere() {
        return parted && isWanted(waits() ? Stage.HELD : Stage.TOGETHER);
    }

    /** @param live whether the call is not over */
    public Hears next(Moment moment, boolean live, Instant now) {
        if (!live || moment == Moment.LEFT) {
            return Hears.GOODBYE;
        }
        if (!isWanted(Stage.HELD) || isForgotten(now)) {
            return Hears.TALK;
        }
        return moment == Moment.ENTERED ? Hears.HOLD : Hears.MUSIC;
    }

    private boolean isForgotten(Instant now) {
        return waits() && Duration.between(holds.getLast().from(), now).compareTo(LONGEST_HOLD) >= 0;
    }

    /** Whether whoever calls them was parted from them by what somebody wanted, and waits for them. */
    public boolean isApart(Instant now) {
        return !gone
                && wanted != null
                && (parted || Duration.between(wanted.since(), now).compareTo(LONGEST_PARTING) <= 0);
    }
}
