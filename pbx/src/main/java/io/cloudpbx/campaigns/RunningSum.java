package io.cloudpbx.campaigns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A sum over all that happened since some instant, asked for several times a second while millions of rows are behind it: what is
 * older than a minute is added once, the last minute is read each time. As rows can still change, all is read anew every ten
 * minutes.
 */
final class RunningSum {
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final Duration TRUSTED = Duration.ofMinutes(10);

    private final Sum sum;
    private final Clock clock;
    private Instant from = Instant.MIN;
    private Instant until = Instant.MIN;
    private Instant readAnew = Instant.MIN;
    private long settled;

    RunningSum(Sum sum, Clock clock) {
        this.sum = sum;
        this.clock = clock;
    }

    /** Reads a part of it, from one instant on, and before the other. */
    interface Sum {
        long between(Instant from, Instant before);
    }

    synchronized long since(Instant start) {
        Instant now = clock.instant();
        if (!start.equals(from)
                || now.isBefore(until)
                || Duration.between(readAnew, now).compareTo(TRUSTED) > 0) {
            from = start;
            until = start;
            readAnew = now;
            settled = 0;
        }
        Instant edge = now.minus(SETTLED);
        if (edge.isAfter(until)) {
            settled += sum.between(until, edge);
            until = edge;
        }
        return settled + sum.between(until, now.plus(SETTLED));
    }
}
