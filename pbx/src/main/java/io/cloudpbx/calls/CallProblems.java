package io.cloudpbx.calls;

import io.cloudpbx.problems.Problem;

/** Why nothing can be done with a call at this moment. */
public final class CallProblems {
    private CallProblems() {}

    public static Problem over() {
        return Problem.conflict("call_over", "This call is over.");
    }

    public static Problem notOnHold() {
        return Problem.conflict("call_not_with_us", "This caller is not on hold.");
    }

    /** It may have done it. */
    public static Problem carrierUnavailable() {
        return Problem.of(
                502,
                "carrier_unavailable",
                "The carrier did not say that it did that. Look where the call is before you try again.");
    }
}
