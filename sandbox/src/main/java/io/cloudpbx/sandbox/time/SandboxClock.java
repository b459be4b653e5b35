package io.cloudpbx.sandbox.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carrier time, in one of two modes.
 *
 * <p>Running, it is real time sped up by a factor. While a webhook is in flight it runs at real pace, so that a
 * customer's server is never faster or slower than it is: a ring of 20 s takes milliseconds in a test, an answer that
 * took 30 ms still took 30 ms.
 *
 * <p>Stepped, it stands still until somebody advances it by hand ({@code twilio.md} E13). Then everything that is due
 * happens, one thing after the other in the order of its time, and a webhook takes no carrier time at all.
 */
public final class SandboxClock extends Clock {
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final double SPEED_MAX = 1_000_000;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition quiet = lock.newCondition();
    private final Set<Mover> movers = new LinkedHashSet<>();
    private final Stepping stepping = new Stepping(this);
    private double speed;
    private volatile boolean stepped;
    private Instant carrierBase;
    private long realBase;
    private int atRealPace;
    private int inFlight;
    private @Nullable Thread onTurn;
    private volatile Runnable whenQuickened = () -> {};
    private volatile Consumer<Instant> whenSet = now -> {};

    public SandboxClock(double speed) {
        this.speed = checked(speed);
        this.carrierBase = Instant.now();
        this.realBase = System.nanoTime();
    }

    /** @throws IllegalArgumentException when time cannot run at this speed */
    public static double checked(double speed) {
        if (!(speed >= 1 && speed <= SPEED_MAX)) {
            throw new IllegalArgumentException("speed must be from 1 to 1000000: " + speed);
        }
        return speed;
    }

    /** Something that lasts until it is closed. */
    public interface Lasting extends AutoCloseable {
        @Override
        void close();
    }

    /** What keeps carrier time at real pace. */
    public interface RealPace extends Lasting {}

    /** Keeps carrier time at real pace until closed. */
    public RealPace realPace() {
        change(() -> atRealPace++);
        return () -> change(() -> atRealPace--);
    }

    /** Something is under way that belongs to the present instant: a standing clock is not moved until it is closed. */
    public Lasting inFlight() {
        count(1);
        return () -> count(-1);
    }

    private void count(int more) {
        lock.lock();
        try {
            inFlight += more;
            quiet.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean isStepped() {
        return stepped;
    }

    /** How much faster than real time it runs, or would run. */
    public double speed() {
        lock.lock();
        try {
            return speed;
        } finally {
            lock.unlock();
        }
    }

    /** From now on it runs at this speed. */
    public void run(double newSpeed) {
        double wanted = checked(newSpeed);
        stepping.alone(() -> change(() -> {
            stepped = false;
            speed = wanted;
        }));
        whenSet.accept(instant());
    }

    /**
     * From now on it stands still until it is advanced. It stops at a whole second, so that what is counted by the second
     * does not depend on when somebody asked.
     */
    public void stand() {
        stand(speed());
    }

    /** @param later how fast it runs when it runs again */
    public void stand(double later) {
        double wanted = checked(later);
        stepping.alone(() -> change(() -> {
            carrierBase = stepped ? carrierBase : wholeSecond(carrierBase);
            stepped = true;
            speed = wanted;
        }));
        whenSet.accept(instant());
    }

    private static Instant wholeSecond(Instant at) {
        return at.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Moves a stepped clock on and returns when everything that became due has happened, webhooks and their answers
     * included.
     *
     * @throws Stepping.NotNow when the clock runs, or somebody else is advancing it
     */
    public void advance(Duration by) throws InterruptedException {
        stepping.advance(by);
        whenSet.accept(instant());
    }

    /** Time that has been told once does not come again: it is from now on not before this instant. */
    public void notBefore(Instant told) {
        change(() -> carrierBase = later(carrierBase, told));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Told what time it is whenever the clock has been set by hand, before who set it goes on. */
    public void whenSet(Consumer<Instant> listener) {
        whenSet = listener;
    }

    /** Called, on a thread of its own, whenever waiting takes less time than {@link #realTimeUntil} has said. */
    public void whenQuickened(Runnable listener) {
        whenQuickened = listener;
    }

    /** How long the instant is away in real time, at the present pace; not positive when it is past. */
    public Duration realTimeUntil(Instant instant) {
        lock.lock();
        try {
            Duration away = Duration.between(instant(), instant);
            if (stepped) {
                return away.isPositive() ? FOREVER : Duration.ZERO;
            }
            return Duration.ofNanos((long) (away.toNanos() / pace()));
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        boolean quickened;
        lock.lock();
        try {
            double before = pace();
            carrierBase = instant();
            realBase = System.nanoTime();
            change.run();
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

    /**
     * Waits until the condition holds or carrier time reaches the deadline; true when the condition holds. While the
     * clock stands, nobody returns from here until it is advanced; whoever did return has his turn until he waits here
     * again, or his thread ends.
     */
    public boolean awaitUntil(Instant deadline, BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        Waiting waiting = new Waiting(deadline, condition, Thread.currentThread());
        try {
            endTurn(waiting.thread);
            movers.add(waiting);
            while (true) {
                boolean met = condition.getAsBoolean();
                long left = Duration.between(instant(), deadline).toNanos();
                if (stepped ? waiting.released : met || left <= 0) {
                    return met;
                }
                changed.awaitNanos(stepped ? FOREVER.toNanos() : Math.max(1, (long) (left / pace())));
            }
        } finally {
            movers.remove(waiting);
            lock.unlock();
        }
    }

    private void endTurn(Thread thread) {
        if (onTurn == thread) {
            onTurn = null;
            changed.signalAll();
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

    /** From now on the mover is moved when the clock is advanced. */
    public void join(Mover mover) {
        lock.lock();
        try {
            movers.add(mover);
        } finally {
            lock.unlock();
        }
    }

    public void leave(Mover mover) {
        lock.lock();
        try {
            movers.remove(mover);
        } finally {
            lock.unlock();
        }
    }

    /** In the order in which they joined. */
    List<Mover> movers() {
        lock.lock();
        try {
            return new ArrayList<>(movers);
        } finally {
            lock.unlock();
        }
    }

    /** Returns when no webhook is in flight. */
    void awaitQuiet() throws InterruptedException {
        lock.lock();
        try {
            while (inFlight > 0) {
                quiet.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Time never goes back. */
    void moveTo(Instant instant) {
        lock.lock();
        try {
            carrierBase = later(carrierBase, instant);
        } finally {
            lock.unlock();
        }
    }

    private double pace() {
        if (stepped) {
            return 0;
        }
        return atRealPace > 0 ? 1 : speed;
    }

    /** A thread in {@link #awaitUntil}. */
    private final class Waiting implements Mover {
        private final Instant deadline;
        private final BooleanSupplier condition;
        private final Thread thread;
        private boolean released;

        Waiting(Instant deadline, BooleanSupplier condition, Thread thread) {
            this.deadline = deadline;
            this.condition = condition;
            this.thread = thread;
        }

        @Override
        public Instant next() {
            return condition.getAsBoolean() ? Instant.MIN : deadline;
        }

        @Override
        public void proceed() throws InterruptedException {
            lock.lock();
            try {
                released = true;
                onTurn = thread;
                changed.signalAll();
                while (onTurn == thread) {
                    changed.awaitNanos(LOOK_AGAIN_NANOS);
                    if (!thread.isAlive()) {
                        // Nobody tells when a thread ends.
                        endTurn(thread);
                    }
                }
            } finally {
                lock.unlock();
            }
        }
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
