package io.cloudpbx.campaigns.send;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When texts of this node have left their numbers, so that they reach the carrier no closer than a number's rate allows. Two that leave
 * at the right distance arrive too close when the first was longer on its way; how long it was at most is known once it is answered.
 */
final class Spacing {
    /** Nobody waits longer than this for an answer, or because of a slow one: a slow carrier is no reason to stand still. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration NEXT_LOOK = Duration.ofMillis(5);
    private static final long UNANSWERED = -1;
    /** Of the difference to a slower answer: the quickest of an hour ago says nothing about now. */
    private static final int FORGOTTEN = 1 << 20;

    private final Map<PhoneNumber, Last> last = new ConcurrentHashMap<>();
    private final AtomicLong quickest = new AtomicLong(Long.MAX_VALUE);

    /**
     * The text that a number sent last.
     *
     * @param left on the machine's clock, as all times here, in nanoseconds
     * @param busy how long nothing else may leave
     * @param late how much longer than the quickest its answer took, or {@link #UNANSWERED}
     */
    private record Last(long left, long busy, long late) {
        /**
         * When the next may leave, or when to look again. One that is not answered yet is late only since it could have been: a number
         * that sends faster than the carrier answers need not wait for each.
         *
         * @param quickest how long the quickest answer takes, zero when that is not known
         */
        long next(long now, long quickest) {
            long after = left + busy;
            if (late != UNANSWERED) {
                return after + Math.min(late, PATIENCE.toNanos());
            }
            long latest = after + PATIENCE.toNanos();
            boolean overdue = now - left > quickest;
            return overdue ? Math.min(latest, Math.max(after, now + NEXT_LOOK.toNanos())) : after;
        }
    }

    /**
     * Gives the number away for so long, if it is free.
     *
     * @param busy how long nothing else may leave
     * @return now when it is given; later is when to ask again
     */
    long take(PhoneNumber number, long now, long busy) {
        var given = new AtomicBoolean();
        Last present = last.compute(number, (same, before) -> {
            given.set(before == null || before.next(now, quickest()) <= now);
            return given.get() ? new Last(now, busy, UNANSWERED) : before;
        });
        return given.get() ? now : present.next(now, quickest());
    }

    private long quickest() {
        long known = quickest.get();
        return known == Long.MAX_VALUE ? 0 : known;
    }

    /** That text is not on its way: how long it took says nothing about those that are. */
    void over(PhoneNumber number, long left) {
        last.computeIfPresent(
                number, (same, present) -> present.left() == left ? new Last(left, present.busy(), 0) : present);
    }

    /** The text that left then is answered now, and the carrier has it. */
    void answered(PhoneNumber number, long left, long now) {
        long took = now - left;
        long least = quickest.updateAndGet(before -> took < before ? took : before + (took - before) / FORGOTTEN);
        last.computeIfPresent(
                number,
                (same, present) ->
                        present.left() == left ? new Last(left, present.busy(), Math.max(0, took - least)) : present);
    }
}
