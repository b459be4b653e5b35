package io.cloudpbx.calls.flow;

import java.util.List;

/**
 * A step and, in a sentence, why it was taken.
 *
 * @param passed the rules of the call flow that led there, in order
 */
public record NextStep(CallStep step, String reason, List<Passage> passed) {
    public NextStep {
        passed = List.copyOf(passed);
    }

    public NextStep(CallStep step, String reason) {
        this(step, reason, List.of());
    }
}
