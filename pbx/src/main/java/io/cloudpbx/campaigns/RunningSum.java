package io.cloudpbx.campaigns;

import io.cloudpbx.messaging.SentElsewhere.Sent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A sum over all that happened since some instant, asked for several times a second while millions of rows are behind it: what is
 * older than some seconds is added once, those seconds are read each time. As rows can still change, all is read anew every ten
 * minutes.
 */
final class RunningSum {
    /** Longer than a transaction takes, and than clocks of nodes differ; what comes still later is there when all is read anew. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration TRUSTED = Duration.ofMinutes(10);

    private final Sum sum;
    private final Clock clock;
    private Instant from = Instant.MIN;
    private Instant until = Instant.MIN;
    private Instant readAnew = Instant.MIN;
    private Sent settled = Sent.NOTHING;

    RunningSum(Sum sum, Clock clock) {
        this.sum = sum;
        this.clock = clock;
    }

    /** Reads a part of it, from one instant on, and before the other. */
    interface Sum {
        Sent between(Instant from, Instant before);
    }

    /** All of it, read anew now and by whoever asks next. */
    synchronized Sent anew(Instant start) {
        from = Instant.MIN;
        return sum.between(start, clock.instant().plus(AHEAD));
    }

    synchronized Sent since(Instant start) {
        Instant now = clock.instant();
        if (!start.equals(from)
                || now.isBefore(until)
                || Duration.between(readAnew, now).compareTo(TRUSTED) > 0) {
            from = start;
            until = start;
            readAnew = now;
            settled = Sent.NOTHING;
        }
        Instant edge = now.minus(SETTLED);
        if (edge.isAfter(until)) {
            settled = settled.plus(sum.between(until, edge));
            until = edge;
        }
        return settled.plus(sum.between(until, now.plus(AHEAD)));
    }
}
