package io.cloudpbx.analytics;

import java.util.Map;

/**
 * Calls by how they ended; all but the first add up to the first.
 *
 * @param answered by a person
 * @param receptionist got from the receptionist what they called for
 * @param voicemail left a message
 * @param missed tried somebody and reached nobody, those that failed or were not for us among them
 * @param abandoned hung up before reaching anybody
 * @param inProgress not over yet
 */
public record CallCounts(
        long total, long answered, long receptionist, long voicemail, long missed, long abandoned, long inProgress) {

    /** @param outcomes as {@code Call.Outcome} names them, in small letters */
    static CallCounts of(Map<String, Long> outcomes) {
        return new CallCounts(
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                of(outcomes, "answered"),
                of(outcomes, "handled"),
                of(outcomes, "voicemail"),
                of(outcomes, "missed") + of(outcomes, "failed") + of(outcomes, "rejected"),
                of(outcomes, "abandoned"),
                of(outcomes, "in_progress"));
    }

    private static long of(Map<String, Long> outcomes, String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
