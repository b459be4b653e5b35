package io.cloudpbx.campaigns.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A node's own clock, which is off by something. */
final class SkewedClock extends Clock {
    private final InstantSource truth;
    private final Duration off;

    SkewedClock(InstantSource truth, Duration off) {
        this.truth = truth;
        this.off = off;
    }

    @Override
    public Instant instant() {
        return truth.instant().plus(off);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Everything is kept in UTC.");
    }
}
