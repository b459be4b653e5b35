package io.cloudpbx.analytics.flow;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long people waited.
 *
 * @param count how many
 * @param medianSeconds half of them no longer than this; null when there was nobody
 * @param ninetiethSeconds nine of ten no longer than this
 */
public record Waits(
        long count, @Nullable Long medianSeconds, @Nullable Long ninetiethSeconds) {

    /** @param bySeconds how many waited for each time; rounded down to a class where that is long */
    public static Waits of(Map<Long, Long> bySeconds) {
        var sorted = new TreeMap<>(bySeconds);
        long count = sorted.values().stream().mapToLong(Long::longValue).sum();
        return new Waits(count, atShare(sorted, count, 50), atShare(sorted, count, 90));
    }

    /** By the nearest rank: the shortest wait that so many of a hundred did not exceed. */
    private static @Nullable Long atShare(TreeMap<Long, Long> sorted, long count, int ofHundred) {
        long rank = Math.ceilDiv(count * ofHundred, 100);
        long passed = 0;
        for (var each : sorted.entrySet()) {
            passed += each.getValue();
            if (passed >= rank) {
                return each.getKey();
            }
        }
        return null;
    }
}
