package io.cloudpbx.calls.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step and, in a sentence, why it was taken.
 *
 * @param passed the rules of the call flow that led there, in order
 * @param place the key of the place in the plan to which it led; null where the caller stays at the last one
 */
public record NextStep(
        CallStep step,
        String reason,
        List<Passage> passed,
        @Nullable String place) {
    public NextStep {
        passed = List.copyOf(passed);
    }

    public NextStep(CallStep step, String reason, List<Passage> passed) {
        this(step, reason, passed, null);
    }

    public NextStep(CallStep step, String reason) {
        this(step, reason, List.of());
    }

    /** Led to a place, unless that led on to another. */
    NextStep at(String key) {
        return place == null ? new NextStep(step, reason, passed, key) : this;
    }
}
