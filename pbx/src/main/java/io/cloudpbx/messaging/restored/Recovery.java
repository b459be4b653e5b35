package io.cloudpbx.messaging.restored;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A database that was restored, of which nothing leaves yet.
 *
 * @param since when its backup was made
 * @param comparedFrom when the newest comparison began that came to its end; null before the first
 * @param problem why the newest did not; empty when it did
 * @param settledAt from when on the carrier's lists show all that left before: a comparison that began then counts
 */
public record Recovery(
        long id,
        Instant beganAt,
        Instant since,
        @Nullable Instant comparedFrom,
        String problem,
        Found found,
        Instant settledAt) {

    /**
     * What a comparison has found.
     *
     * @param deliveries of campaigns that wait here, and the carrier has
     * @param texts of conversations that wait here, and the carrier has
     * @param strangers texts of our numbers that the carrier has, and nobody here waits for
     * @param back of those strangers, the ones that are in their conversations again
     * @param arrived texts that came in since the backup
     */
    public record Found(int deliveries, int texts, int strangers, int back, int arrived) {}

    /** Whether whatever left by now has been found. */
    public boolean mayBeResumed() {
        return comparedFrom != null && !comparedFrom.isBefore(settledAt);
    }
}
