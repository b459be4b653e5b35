package io.cloudpbx.analytics;

import java.util.Map;

/**
 * Calls that somebody here began, by how they ended; all but the first add up to the first.
 *
 * @param answered by whoever was called
 * @param unreached rang there, and were not answered
 * @param notTaken were not taken by the phone here that rings first
 * @param failed could not be placed, or were never confirmed by the carrier
 * @param inProgress not over yet
 */
public record OutgoingCounts(long total, long answered, long unreached, long notTaken, long failed, long inProgress) {

    /** @param outcomes as {@code Reached} names them, in small letters */
    static OutgoingCounts of(Map<String, Long> outcomes) {
        return new OutgoingCounts(
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                of(outcomes, "answered"),
                of(outcomes, "unreached"),
                of(outcomes, "not_taken"),
                of(outcomes, "failed") + of(outcomes, "not_confirmed"),
                of(outcomes, "in_progress"));
    }

    private static long of(Map<String, Long> outcomes, String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
