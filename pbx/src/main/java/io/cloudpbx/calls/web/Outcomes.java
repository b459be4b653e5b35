package io.cloudpbx.calls.web;

import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.problems.Problem;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How outcomes of calls are named in addresses. */
final class Outcomes {
    private Outcomes() {}

    static @Nullable String known(@Nullable String outcome) {
        if (outcome != null
                && Arrays.stream(Outcome.values())
                        .noneMatch(value -> outcome.equals(value.name().toLowerCase(Locale.ROOT)))) {
            throw Problem.invalid("outcome", "unknown_outcome", "is not an outcome of a call");
        }
        return outcome;
    }
}
