package io.cloudpbx.calls.web;

import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.problems.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How outcomes of calls are named in addresses. */
final class Outcomes {
    /** Of calls that somebody here began; the others are common to both. */
    private static final Set<String> OF_OUTBOUND = Set.of("unreached", "not_taken", "not_confirmed");

    private Outcomes() {}

    static @Nullable String known(@Nullable String outcome) {
        if (outcome != null
                && !OF_OUTBOUND.contains(outcome)
                && Arrays.stream(Outcome.values())
                        .noneMatch(value -> outcome.equals(value.name().toLowerCase(Locale.ROOT)))) {
            throw Problem.invalid("outcome", "unknown_outcome", "is not an outcome of a call");
        }
        return outcome;
    }
}
