package io.cloudpbx.missedcalls.flow;

import java.time.Duration;
import java.time.Instant;

/** Until when a caller is texted back, and how many are. */
public final class TextBackLimits {
    /** A text about a call of long ago surprises, most of all one that an outage kept until the night. */
    private static final Duration LATEST = Duration.ofMinutes(30);

    /**
     * Of the company, whoever called: numbers that call can be made up, a new one for each call, and must not spend the day's texts or
     * reach that many people who never called.
     */
    private static final int MOST_AN_HOUR = 30;

    private TextBackLimits() {}

    public static boolean isInTime(Instant missedAt, Instant now) {
        return !missedAt.plus(LATEST).isBefore(now);
    }

    /** @param lastHour how many were texted back in it */
    public static boolean leaveRoom(int lastHour) {
        return lastHour < MOST_AN_HOUR;
    }
}
