package io.cloudpbx.messaging.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What becomes of a text whose number has no room left in the carrier's queue: nothing was taken of it, and room comes by itself. */
public final class FullQueue {
    private static final Set<Integer> CODES = Set.of(21611, 30001);

    /** Whoever wrote it would be surprised if it arrived later than that. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLED = 4;

    private FullQueue() {}

    /** Whether the carrier refuses a text for it. */
    public static boolean isWhy(int code) {
        return CODES.contains(code);
    }

    /**
     * @param refusals for it in a row, this one included
     * @param waited since the first of them
     * @return when to try again; empty when it has waited for too long
     */
    public static Optional<Duration> pause(int refusals, Duration waited) {
        if (waited.compareTo(LONGEST_WAIT) >= 0) {
            return Optional.empty();
        }
        Duration longer = SHORTEST_PAUSE.multipliedBy(1L << Math.min(refusals - 1, MOST_DOUBLED));
        return Optional.of(longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE);
    }
}
