package io.cloudpbx.analytics;

import io.cloudpbx.analytics.flow.Waits;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What kept sums mean. */
final class Sums {
    private static final double MILLIONTHS = 1_000_000;

    private Sums() {}

    /** @param bySeconds whose keys are seconds */
    static Waits waits(Map<String, Long> bySeconds) {
        return Waits.of(bySeconds.entrySet().stream()
                .collect(Collectors.toMap(each -> Long.valueOf(each.getKey()), Map.Entry::getValue)));
    }

    /** From 0 to 1; null when there is nothing to share. */
    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    static double dollars(long millionths) {
        return millionths / MILLIONTHS;
    }
}
