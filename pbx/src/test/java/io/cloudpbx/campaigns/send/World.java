package io.cloudpbx.campaigns.send;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Time and chance of a simulation, both from one seed: what happens is a queue of events, and the clock stands still between
 * them. Whoever waits for something does so within an event, while the events that are due meanwhile happen.
 */
final class World implements InstantSource {
    /** More than that happens in no world that comes to rest. */
    private static final int MOST_EVENTS = 400_000;

    private record Event(long at, long order, Runnable act) {}

    private final SplittableRandom chance;
    private final Instant beginning;
    private final @Nullable List<String> log;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long micros;
    private long order;
    private long longestWait;

    /** @param log where all that happens is told; null for nowhere, which is faster */
    World(SplittableRandom chance, Instant beginning, @Nullable List<String> log) {
        this.chance = chance;
        this.beginning = beginning;
        this.log = log;
    }

    @Override
    public Instant instant() {
        return beginning.plus(micros, ChronoUnit.MICROS);
    }

    /** On a clock that never jumps. */
    long nanoTime() {
        return micros * 1_000;
    }

    void in(Duration wait, Runnable act) {
        at(micros + wait.toNanos() / 1_000, act);
    }

    void atNanos(long nanos, Runnable act) {
        at(Math.max(micros, (nanos + 999) / 1_000), act);
    }

    private void at(long when, Runnable act) {
        events.add(new Event(when, order++, act));
        if (order > MOST_EVENTS) {
            throw new Promise.Broken(Promise.COMES_TO_REST, "it goes on and on");
        }
    }

    /** Time passes, and what is due by then happens. */
    void pass(Duration time) {
        long begun = micros;
        long until = micros + time.toNanos() / 1_000;
        for (Event next = events.peek(); next != null && next.at() <= until; next = events.peek()) {
            events.poll();
            micros = Math.max(micros, next.at());
            next.act().run();
        }
        micros = Math.max(micros, until);
        longestWait = Math.max(longestWait, micros - begun);
    }

    /** The longest that anybody has waited for anything. */
    Duration longestWait() {
        return Duration.of(longestWait, ChronoUnit.MICROS);
    }

    void forgetWaits() {
        longestWait = 0;
    }

    boolean happens(double probability) {
        return chance.nextDouble() < probability;
    }

    /** From 0, below the bound. */
    int pick(int bound) {
        return chance.nextInt(bound);
    }

    long bits() {
        return chance.nextLong();
    }

    <T> T oneOf(List<T> some) {
        return some.get(pick(some.size()));
    }

    Duration upTo(Duration longest) {
        return Duration.of(chance.nextLong(longest.toNanos() / 1_000 + 1), ChronoUnit.MICROS);
    }

    Duration between(Duration least, Duration most) {
        return least.plus(upTo(most.minus(least)));
    }

    void tell(String what, @Nullable Object... about) {
        if (log != null) {
            log.add("%10.3f s  %s".formatted(micros / 1e6, what.formatted(about)));
        }
    }

    /** What has been told; nothing unless it is kept. */
    List<String> told() {
        return log == null ? new ArrayList<>() : log;
    }
}
