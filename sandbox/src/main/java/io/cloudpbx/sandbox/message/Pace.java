package io.cloudpbx.sandbox.message;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The queue of each sender ({@code twilio.md} section 15): texts leave it at the sender's rate, each segment counted,
 * however fast they come in. It holds so much that the last one leaves within the limit.
 */
final class Pace {
    private static final int NANOS = 1_000_000_000;

    private final Map<String, Instant> nextFree = new HashMap<>();

    /**
     * How fast a sender is.
     *
     * @param queue how long the last text in the queue may have to wait
     */
    record Limits(double segmentsPerSecond, Duration queue) {
        Duration lengthOf(int segments) {
            return Duration.ofNanos((long) (segments / segmentsPerSecond * NANOS));
        }
    }

    /** When a text leaves. */
    sealed interface Slot {
        record Leaves(Instant at) implements Slot {}

        /** The queue is full (21611 or 30001). */
        record Full() implements Slot {}

        /** The text would be worthless by then (30036); it takes nobody's place in the queue. */
        record TooLate() implements Slot {}
    }

    synchronized Slot reserve(String queue, int segments, Limits limits, Instant now, Instant expires) {
        Instant at = later(now, nextFree.getOrDefault(queue, now));
        Instant free = at.plus(limits.lengthOf(segments));
        if (Duration.between(now, free).compareTo(limits.queue()) > 0 && at.isAfter(now)) {
            return new Slot.Full();
        }
        if (at.isAfter(expires)) {
            return new Slot.TooLate();
        }
        nextFree.put(queue, free);
        return new Slot.Leaves(at);
    }

    /** When a text that came now would leave. */
    synchronized Instant nextFree(String queue, Instant now) {
        return later(now, nextFree.getOrDefault(queue, now));
    }

    /** Takes a slot again that was given before a restart. */
    synchronized void restore(String queue, int segments, Limits limits, Instant at) {
        nextFree.merge(queue, at.plus(limits.lengthOf(segments)), Pace::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
