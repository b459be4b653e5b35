package io.cloudpbx.messaging.send;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long the carrier may keep a text waiting: never into hours in which it must not arrive (C15). */
final class Validity {
    /** Whoever wrote it would be surprised if it arrived later than that. The carrier would wait for ten hours. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private Validity() {}

    /**
     * In whole seconds, as the carrier counts ({@code twilio.md} section 12: from 1 to 36,000).
     *
     * @param until null where no hour limits it
     * @return zero when it must not leave any more
     */
    static Duration at(Instant now, @Nullable Instant until) {
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
