package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Node.Strategy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Whose turn it is, as things stood when the call came in, so that the order stays while a group is rung. Who never was is first.
 *
 * @param rungAt by extension, when it was last rung
 * @param spokeAt by extension, when it last talked
 */
public record Rotation(Map<String, Instant> rungAt, Map<String, Instant> spokeAt) {
    public static final Rotation UNKNOWN = new Rotation(Map.of(), Map.of());

    public Rotation {
        rungAt = Map.copyOf(rungAt);
        spokeAt = Map.copyOf(spokeAt);
    }

    List<Callee> order(List<Callee> callees, Strategy strategy) {
        return switch (strategy) {
            case ALL, IN_ORDER -> callees;
            case ROUND_ROBIN -> longestAgo(callees, rungAt);
            case LONGEST_IDLE -> longestAgo(callees, spokeAt);
        };
    }

    private static List<Callee> longestAgo(List<Callee> callees, Map<String, Instant> times) {
        return callees.stream()
                .sorted(Comparator.comparing(callee -> times.getOrDefault(callee.ext(), Instant.MIN)))
                .toList();
    }
}
