package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.time.Mover;
import io.cloudpbx.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of one conversation. Its legs are processes on virtual threads of which one runs at a time; when all wait,
 * the earliest deadline comes next, and only once the carrier's clock has reached it. So what happens does not depend
 * on how fast the machine or the clock is: a key pressed after two seconds is always pressed before a timeout of five.
 *
 * <p>A process that asks a customer's server leaves the line and is back as much later as the asking really took.
 *
 * <p>While the clock is moved by hand, nothing happens but what comes from outside, until {@link #proceed}.
 */
final class Timeline implements Mover {
    /** Longer than anything lasts, and still a number of nanoseconds. */
    private static final Duration VERY_LONG = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

    private final SandboxClock clock;
    private final ReentrantLock baton = new ReentrantLock();
    private final Condition changed = baton.newCondition();
    private final List<Waiter> waiters = new ArrayList<>();
    private final Courier courier;
    private final List<Errand> errands = new ArrayList<>();
    private final Map<Errand, Long> expected = new IdentityHashMap<>();
    private final Runnable whenOver;
    private boolean running;
    private boolean onTurn;
    private int drivers;
    private volatile boolean stopped;
    private int processes;
    private Instant now;

    Timeline(SandboxClock clock, Runnable whenOver) {
        this.clock = clock;
        this.whenOver = whenOver;
        this.now = clock.instant();
        this.courier = new Courier(clock, this::post);
    }

    /** The instant of what is happening; only to be asked by what happens on this line. */
    Instant now() {
        return now;
    }

    /** Starts a process now; it runs when whoever runs at present waits. */
    void begin(Runnable process) {
        baton.lock();
        try {
            enter(new Waiter(now, () -> true, false), process);
        } finally {
            baton.unlock();
        }
    }

    /** Something from outside (REST, a phone) happens on this line, at the carrier's present time. */
    void post(Runnable event) {
        baton.lock();
        try {
            enter(new Waiter(latest(now, present()), () -> false, true), event);
        } finally {
            baton.unlock();
        }
    }

    /** Like {@link #post}, for what happens on another line, which does not wait for this one. */
    void send(Runnable event) {
        courier.send(event);
    }

    /** While somebody is away his time is the present; the clock may have run ahead of it. */
    private Instant present() {
        return Stream.concat(errands.stream(), expected.keySet().stream())
                .map(this::reached)
                .min(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    private void enter(Waiter start, Runnable process) {
        waiters.add(start);
        if (processes++ == 0) {
            drivers++;
            clock.join(this);
            Thread.ofVirtual().name("timeline").start(this::drive);
        }
        Thread.ofVirtual().name("leg").start(() -> run(start, process));
        changed.signalAll();
    }

    private void run(Waiter start, Runnable process) {
        baton.lock();
        try {
            takeTurn(start);
            process.run();
        } catch (RuntimeException e) {
            LOG.error("A call's process failed", e);
        } finally {
            processes--;
            running = false;
            changed.signalAll();
            baton.unlock();
        }
    }

    /** Waits until the condition holds (true) or the deadline has come (false). */
    boolean await(Instant deadline, BooleanSupplier condition) {
        if (condition.getAsBoolean()) {
            return true;
        }
        if (!deadline.isAfter(now)) {
            return false;
        }
        Waiter waiter = new Waiter(deadline, condition, false);
        waiters.add(waiter);
        running = false;
        changed.signalAll();
        takeTurn(waiter);
        return waiter.met;
    }

    /** Leaves the line for work that takes real time; the others go on meanwhile. */
    <T> T outside(Supplier<T> work) {
        Errand errand = new Errand(now, System.nanoTime());
        errands.add(errand);
        running = false;
        changed.signalAll();
        baton.unlock();
        try {
            return work.get();
        } finally {
            baton.lock();
            errands.remove(errand);
            Waiter back = new Waiter(latest(now, reached(errand)), () -> false, false);
            waiters.add(back);
            changed.signalAll();
            takeTurn(back);
        }
    }

    /** Until it is closed, somebody outside may act at any moment: time runs at real pace and does not overtake him. */
    interface Expectation extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * To be asked for by what happens on this line.
     *
     * @param atMost real time for which a clock that is moved by hand waits; else whoever expects has to close in time
     */
    Expectation expect(Duration atMost) {
        Errand errand = new Errand(now, System.nanoTime());
        expected.put(errand, errand.leftNanos() + atMost.toNanos());
        SandboxClock.RealPace pace = clock.realPace();
        return () -> {
            baton.lock();
            try {
                expected.remove(errand);
                changed.signalAll();
            } finally {
                baton.unlock();
            }
            pace.close();
        };
    }

    /** The clock has become faster: how long to wait has to be looked at again. */
    void quickened() {
        baton.lock();
        try {
            changed.signalAll();
        } finally {
            baton.unlock();
        }
    }

    /** Nothing happens on this line any more. */
    void stop() {
        baton.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            baton.unlock();
        }
    }

    private void takeTurn(Waiter waiter) {
        while (!waiter.chosen) {
            changed.awaitUninterruptibly();
        }
    }

    @Override
    public @Nullable Instant next() {
        baton.lock();
        try {
            if (waiters.stream().anyMatch(waiter -> waiter.condition.getAsBoolean())) {
                return now;
            }
            return waiters.stream()
                    .map(waiter -> waiter.deadline)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        } finally {
            baton.unlock();
        }
    }

    @Override
    public void proceed() throws InterruptedException {
        baton.lock();
        try {
            onTurn = true;
            changed.signalAll();
            while ((onTurn || drivers > 1) && drivers > 0 && !stopped) {
                changed.await();
            }
            onTurn = false;
        } finally {
            baton.unlock();
        }
    }

    private void drive() {
        baton.lock();
        try {
            while (processes > 0 && !stopped) {
                Duration wait = running ? VERY_LONG : choose();
                if (wait.isPositive()) {
                    changed.awaitNanos(wait.toNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            baton.unlock();
        }
        if (!stopped) {
            whenOver.run();
        }
        leave();
    }

    private void leave() {
        baton.lock();
        try {
            if (--drivers == 0) {
                clock.leave(this);
            }
            changed.signalAll();
        } finally {
            baton.unlock();
        }
    }

    /** Chooses who runs next; else tells how long nobody will, unless something happens. */
    private Duration choose() {
        if (clock.isStepped()) {
            return chooseByHand();
        }
        Optional<Waiter> ready = ready();
        if (ready.isPresent()) {
            choose(ready.get(), true);
            return Duration.ZERO;
        }
        Optional<Waiter> earliest = earliest();
        if (earliest.isEmpty()) {
            return VERY_LONG;
        }
        Duration wait = realTimeUntil(earliest.get().deadline);
        if (!wait.isPositive()) {
            choose(earliest.get(), false);
        }
        return wait;
    }

    /** What comes from outside is let in at once; the rest has to be on its turn, and waits for who is away. */
    private Duration chooseByHand() {
        Optional<Waiter> wanted =
                waiters.stream().filter(waiter -> waiter.fromOutside).findFirst();
        if (wanted.isPresent()) {
            choose(wanted.get(), false);
            return Duration.ZERO;
        }
        if (!onTurn || !errands.isEmpty()) {
            return VERY_LONG;
        }
        Optional<Waiter> ready = ready();
        if (ready.isPresent()) {
            choose(ready.get(), true);
            return Duration.ZERO;
        }
        Duration patience = patience();
        if (patience.isPositive()) {
            return patience;
        }
        Instant present = clock.instant();
        Optional<Waiter> due = earliest().filter(waiter -> !waiter.deadline.isAfter(present));
        if (due.isPresent()) {
            choose(due.get(), false);
            return Duration.ZERO;
        }
        onTurn = false;
        changed.signalAll();
        return VERY_LONG;
    }

    /** How long in real time somebody who is expected is still waited for. */
    private Duration patience() {
        long until = expected.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
        return until == Long.MIN_VALUE ? Duration.ZERO : Duration.ofNanos(until - System.nanoTime());
    }

    private Optional<Waiter> ready() {
        return waiters.stream()
                .filter(waiter -> waiter.condition.getAsBoolean())
                .findFirst();
    }

    private Optional<Waiter> earliest() {
        return waiters.stream().min(Comparator.comparing(waiter -> waiter.deadline));
    }

    private void choose(Waiter waiter, boolean met) {
        if (!met) {
            now = latest(now, waiter.deadline);
        }
        waiters.remove(waiter);
        waiter.met = met;
        waiter.chosen = true;
        running = true;
        changed.signalAll();
    }

    /** While somebody is away this line must not overtake the reply he will bring. */
    private Duration realTimeUntil(Instant deadline) {
        if (Duration.between(now, deadline).compareTo(VERY_LONG) > 0) {
            return VERY_LONG;
        }
        Duration wait = clock.realTimeUntil(deadline);
        for (Errand errand : errands) {
            wait = longest(wait, Duration.between(reached(errand), deadline));
        }
        for (Errand errand : expected.keySet()) {
            wait = longest(wait, Duration.between(reached(errand), deadline));
        }
        return wait;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Who is away while the clock stands comes back at the instant at which he left. */
    private Instant reached(Errand errand) {
        return clock.isStepped() ? errand.left : errand.left.plusNanos(System.nanoTime() - errand.leftNanos);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private record Errand(Instant left, long leftNanos) {}

    private static final class Waiter {
        private final Instant deadline;
        private final BooleanSupplier condition;
        private final boolean fromOutside;
        private boolean chosen;
        private boolean met;

        Waiter(Instant deadline, BooleanSupplier condition, boolean fromOutside) {
            this.deadline = deadline;
            this.condition = condition;
            this.fromOutside = fromOutside;
        }
    }
}
