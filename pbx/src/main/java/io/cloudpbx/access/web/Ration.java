package io.cloudpbx.access.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** So many a minute, and then how many there were besides. */
final class Ration {
    static final int A_MINUTE = 20;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant since = Instant.EPOCH;
    private int taken;
    private int leftOut;

    Ration(Clock clock) {
        this.clock = clock;
    }

    /** How many were left out before this one; empty when this one is. */
    synchronized OptionalInt take() {
        Instant now = clock.instant();
        if (!now.isBefore(since.plus(MINUTE))) {
            since = now;
            taken = 0;
        }
        if (taken == A_MINUTE) {
            leftOut++;
            return OptionalInt.empty();
        }
        taken++;
        int before = leftOut;
        leftOut = 0;
        return OptionalInt.of(before);
    }
}
