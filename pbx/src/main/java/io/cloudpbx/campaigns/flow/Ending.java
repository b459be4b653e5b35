package io.cloudpbx.campaigns.flow;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** When the last text of a campaign has left, of which some may not leave before their morning. */
public final class Ending {
    private static final double MILLIS = 1_000;

    private Ending() {}

    /**
     * The numbers are never idle while somebody may be texted, and begin anew with whoever wakes up when nobody was left.
     *
     * @param work segments, by when they may leave
     * @param perSecond of all numbers together
     */
    public static Instant of(Instant now, Map<Instant, Long> work, double perSecond) {
        Instant end = now;
        for (Map.Entry<Instant, Long> part : new TreeMap<>(work).entrySet()) {
            Instant begins = part.getKey().isAfter(end) ? part.getKey() : end;
            end = begins.plusMillis(Math.round(part.getValue() * MILLIS / perSecond));
        }
        return end;
    }
}
