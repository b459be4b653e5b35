package io.cloudpbx.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Moves a standing clock: again and again whoever is due first goes on, alone, until he waits again and no webhook is
 * in flight. So what happens depends on nothing but what was asked for.
 */
public final class Stepping {
    private final SandboxClock clock;
    private final ReentrantLock one = new ReentrantLock();

    Stepping(SandboxClock clock) {
        this.clock = clock;
    }

    /** The clock cannot be moved by hand at present; the message says why. */
    public static final class NotNow extends RuntimeException {
        NotNow(String message) {
            super(message);
        }
    }

    private record Turn(Mover mover, Instant at) {}

    /** Does something while nobody advances the clock. */
    void alone(Runnable work) {
        if (!one.tryLock()) {
            throw new NotNow("The clock is being advanced; it can be set when that has ended");
        }
        try {
            work.run();
        } finally {
            one.unlock();
        }
    }

    void advance(Duration by) throws InterruptedException {
        if (!clock.isStepped()) {
            throw new NotNow("The clock runs; it is advanced by hand in mode stepped only");
        }
        if (!one.tryLock()) {
            throw new NotNow("The clock is being advanced already");
        }
        try {
            Instant target = clock.instant().plus(by);
            clock.awaitQuiet();
            for (Turn turn = first(target); turn != null; turn = first(target)) {
                clock.moveTo(turn.at());
                turn.mover().proceed();
                clock.awaitQuiet();
            }
            clock.moveTo(target);
        } finally {
            one.unlock();
        }
    }

    /** Of those who are due at the same instant the one that joined first. */
    private @Nullable Turn first(Instant target) {
        Turn first = null;
        for (Mover mover : clock.movers()) {
            Instant at = mover.next();
            if (at != null && !at.isAfter(target) && (first == null || at.isBefore(first.at()))) {
                first = new Turn(mover, at);
            }
        }
        return first;
    }
}
