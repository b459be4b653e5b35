package io.cloudpbx.analytics;

import io.cloudpbx.calls.Call.Outcome;
import java.util.Arrays;
import java.util.Map;

/**
 * Calls by how they ended; all but the first add up to the first.
 *
 * @param answered by a person
 * @param receptionist got from the receptionist what they called for
 * @param voicemail left a message
 * @param missed tried somebody and reached nobody, those that failed among them
 * @param abandoned hung up before reaching anybody
 * @param turnedAway by the block list, the rule for withheld callers, or because they were not for us
 * @param inProgress not over yet
 */
public record CallCounts(
        long total,
        long answered,
        long receptionist,
        long voicemail,
        long missed,
        long abandoned,
        long turnedAway,
        long inProgress) {

    /** @param outcomes as they are kept, by {@link Outcome#text} */
    static CallCounts of(Map<String, Long> outcomes) {
        return new CallCounts(
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                of(outcomes, Outcome.ANSWERED),
                of(outcomes, Outcome.HANDLED),
                of(outcomes, Outcome.VOICEMAIL),
                Arrays.stream(Outcome.values())
                        .filter(Outcome::isMissed)
                        .mapToLong(missed -> of(outcomes, missed))
                        .sum(),
                of(outcomes, Outcome.ABANDONED),
                of(outcomes, Outcome.REJECTED),
                of(outcomes, Outcome.IN_PROGRESS));
    }

    private static long of(Map<String, Long> outcomes, Outcome outcome) {
        return outcomes.getOrDefault(outcome.text(), 0L);
    }
}
