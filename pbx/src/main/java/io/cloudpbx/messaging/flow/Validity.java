package io.cloudpbx.messaging.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long the carrier may keep a text waiting: never into hours in which it must not arrive (C15). */
public final class Validity {
    /** Whoever wrote it would be surprised if it arrived later than that. The carrier would wait for ten hours. */
    private static final Duration LONGEST = Duration.ofHours(4);

    /** A program that was frozen between the claim and the request has lost its claim to a message nobody awaits any more. */
    public static final Duration FRESH = Duration.ofSeconds(4);

    private Validity() {}

    /**
     * In whole seconds, as the carrier counts ({@code twilio.md} section 12: from 1 to 36,000).
     *
     * @param until null where no hour limits it
     * @param age since it was written down that the carrier is asked now, on a clock that never jumps (R13)
     * @return zero when it must not leave any more
     */
    public static Duration at(Instant now, @Nullable Instant until, Duration age) {
        if (age.compareTo(FRESH) > 0) {
            return Duration.ZERO;
        }
        if (until == null) {
            return LONGEST;
        }
        Duration left = Duration.between(now, until).truncatedTo(ChronoUnit.SECONDS);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
