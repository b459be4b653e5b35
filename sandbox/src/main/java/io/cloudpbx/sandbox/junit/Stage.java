package io.cloudpbx.sandbox.junit;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.call.PhoneLine;
import io.cloudpbx.sandbox.call.SwitchBoard;
import io.cloudpbx.sandbox.call.Transcript;
import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the people of a test meet. Carrier time is held at real pace while the test thinks, and is let go only while the test waits
 * for something to happen; the moment it has happened time is held again, before anything else does.
 */
final class Stage implements AutoCloseable {
    /** What does happen is not waited for longer than it takes; a busy machine takes long. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Sandbox sandbox;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private SandboxClock.@Nullable RealPace pace;
    private PhoneLine.@Nullable Attention attention;
    private @Nullable BooleanSupplier awaited;
    private boolean met;

    Stage(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.pace = sandbox.clock().realPace();
    }

    SwitchBoard switchBoard() {
        return sandbox.switchBoard();
    }

    List<Transcript.Entry> story(String callSid) {
        return switchBoard().transcript(callSid).map(Transcript::entries).orElse(List.of());
    }

    /** Changes what conditions look at. */
    void happens(Runnable event) {
        lock.lock();
        try {
            event.run();
            if (isMet()) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The same, told by a line on its own thread: what is done next about it is done at that very moment of the call. */
    void happens(PhoneLine line, Runnable event) {
        lock.lock();
        try {
            event.run();
            if (awaited != null && isMet()) {
                hold(line);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** @return whether it came to hold before patience (20 s of real time) ran out */
    boolean await(BooleanSupplier condition) {
        if (!isMetAtOnce(condition)) {
            letGo();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        lock.lock();
        try {
            while (!isMet() && deadline > System.nanoTime()) {
                changed.awaitNanos(deadline - System.nanoTime());
            }
            return met;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } finally {
            awaited = null;
            hold(null);
            lock.unlock();
        }
    }

    private boolean isMetAtOnce(BooleanSupplier condition) {
        lock.lock();
        try {
            awaited = condition;
            met = false;
            return isMet();
        } finally {
            lock.unlock();
        }
    }

    /** A condition that was met once is not asked again: it may have moved on. */
    private boolean isMet() {
        met = met || (awaited != null && awaited.getAsBoolean());
        return met;
    }

    private void hold(@Nullable PhoneLine line) {
        if (pace == null) {
            pace = sandbox.clock().realPace();
        }
        if (attention == null && line != null) {
            attention = line.attend();
        }
    }

    /** A line's thread may be waiting for our lock, so its own is never asked for while we have ours. */
    private void letGo() {
        List<AutoCloseable> holds = new ArrayList<>();
        lock.lock();
        try {
            Stream.of(attention, pace).filter(Objects::nonNull).forEach(holds::add);
            attention = null;
            pace = null;
        } finally {
            lock.unlock();
        }
        holds.forEach(Stage::close);
    }

    private static void close(AutoCloseable hold) {
        try {
            hold.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        letGo();
    }
}
