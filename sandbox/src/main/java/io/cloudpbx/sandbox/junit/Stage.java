package io.cloudpbx.sandbox.junit;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.call.SwitchBoard;
import io.cloudpbx.sandbox.call.Transcript;
import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the people of a test meet. Carrier time is held at real pace while the test thinks, and is let go only while the test waits
 * for something to happen; the moment it has happened time is held again, before anything else does.
 */
final class Stage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Not everything a condition may look at tells of itself. */
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final Sandbox sandbox;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private SandboxClock.@Nullable RealPace held;
    private @Nullable BooleanSupplier awaited;
    private boolean met;

    Stage(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.held = sandbox.clock().realPace();
    }

    SwitchBoard switchBoard() {
        return sandbox.switchBoard();
    }

    List<Transcript.Entry> story(String callSid) {
        return switchBoard().transcript(callSid).map(Transcript::entries).orElse(List.of());
    }

    /** Changes what conditions look at; on the thread on which it happened. */
    void happens(Runnable event) {
        lock.lock();
        try {
            event.run();
            if (isMet()) {
                hold();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether it came to hold before patience (20 s of real time) ran out */
    boolean await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        lock.lock();
        try {
            awaited = condition;
            met = false;
            while (!isMet()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                letGo();
                changed.awaitNanos(Math.min(left, GLANCE.toNanos()));
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } finally {
            awaited = null;
            hold();
            lock.unlock();
        }
    }

    /** Lets carrier time pass. */
    void pass(Duration time) {
        Instant end = sandbox.clock().instant().plus(time);
        Thread.startVirtualThread(() -> happensAfter(time));
        await(() -> !sandbox.clock().instant().isBefore(end));
    }

    private void happensAfter(Duration time) {
        try {
            sandbox.clock().pause(time);
            happens(() -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A condition that was met once is not asked again: it may have moved on. */
    private boolean isMet() {
        met = met || (awaited != null && awaited.getAsBoolean());
        return met;
    }

    private void hold() {
        held = Optional.ofNullable(held).orElseGet(() -> sandbox.clock().realPace());
    }

    private void letGo() {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            letGo();
        } finally {
            lock.unlock();
        }
    }
}
