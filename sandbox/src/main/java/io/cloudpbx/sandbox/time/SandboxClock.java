package io.cloudpbx.sandbox.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Carrier time: real time, sped up by a factor. While a webhook is in flight it runs at real pace, so that a
 * customer's server is never faster or slower than it is: a ring of 20 s takes milliseconds in a test, an answer that
 * took 30 ms still took 30 ms.
 */
public final class SandboxClock extends Clock {
    private final double speed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Instant carrierBase;
    private long realBase;
    private int atRealPace;
    private volatile Runnable whenQuickened = () -> {};

    public SandboxClock(double speed) {
        if (!(speed >= 1)) {
            throw new IllegalArgumentException("speed must be 1 or more: " + speed);
        }
        this.speed = speed;
        this.carrierBase = Instant.now();
        this.realBase = System.nanoTime();
    }

    /** Keeps carrier time at real pace until closed. */
    public interface RealPace extends AutoCloseable {
        @Override
        void close();
    }

    public RealPace realPace() {
        changePace(1);
        return () -> changePace(-1);
    }

    /** Called, on a thread of its own, whenever waiting takes less time than {@link #realTimeUntil} has said. */
    public void whenQuickened(Runnable listener) {
        whenQuickened = listener;
    }

    /** How long the instant is away in real time, at the present pace; negative when it is past. */
    public Duration realTimeUntil(Instant instant) {
        lock.lock();
        try {
            return Duration.ofNanos((long) (Duration.between(instant(), instant).toNanos() / pace()));
        } finally {
            lock.unlock();
        }
    }

    private void changePace(int by) {
        boolean quickened;
        lock.lock();
        try {
            double before = pace();
            carrierBase = instant();
            realBase = System.nanoTime();
            atRealPace += by;
            quickened = pace() > before;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (quickened) {
            Thread.startVirtualThread(whenQuickened);
        }
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            return carrierBase.plusNanos((long) ((System.nanoTime() - realBase) * pace()));
        } finally {
            lock.unlock();
        }
    }

    /** Waits until carrier time has moved on by this much. */
    public void pause(Duration length) throws InterruptedException {
        awaitUntil(instant().plus(length), () -> false);
    }

    /** Waits until the condition holds or carrier time reaches the deadline; true when the condition holds. */
    public boolean awaitUntil(Instant deadline, BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                long left = Duration.between(instant(), deadline).toNanos();
                if (left <= 0) {
                    return false;
                }
                changed.awaitNanos(Math.max(1, (long) (left / pace())));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody who waits, so that conditions are looked at again. */
    public void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private double pace() {
        return atRealPace > 0 ? 1 : speed;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Carrier time is UTC");
    }
}
