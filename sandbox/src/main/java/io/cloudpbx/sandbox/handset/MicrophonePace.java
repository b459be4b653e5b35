package io.cloudpbx.sandbox.handset;

import io.cloudpbx.sandbox.time.SandboxClock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Nobody can speak faster than he speaks: while a microphone is open, carrier time runs at real pace, whatever the
 * clock's speed.
 */
final class MicrophonePace {
    private static final long CLOSED_AFTER_MILLIS = 700;

    private final SandboxClock clock;
    private final ScheduledExecutorService timer;
    private SandboxClock.@Nullable RealPace pace;
    private @Nullable ScheduledFuture<?> closing;

    MicrophonePace(SandboxClock clock, ScheduledExecutorService timer) {
        this.clock = clock;
        this.timer = timer;
    }

    /** A piece of sound has come. */
    synchronized void sounded() {
        if (pace == null) {
            pace = clock.realPace();
        }
        if (closing != null) {
            closing.cancel(false);
        }
        closing = timer.schedule(this::closed, CLOSED_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void closed() {
        if (pace != null) {
            pace.close();
            pace = null;
        }
    }
}
