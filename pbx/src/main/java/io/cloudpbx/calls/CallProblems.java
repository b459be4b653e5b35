package io.cloudpbx.calls;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.problems.Problem;

/** Why nothing can be done with a call at this moment. */
public final class CallProblems {
    private CallProblems() {}

    public static Problem notFound() {
        return Problem.notFound("call_not_found", "There is no such call.");
    }

    public static Problem over() {
        return Problem.conflict("call_over", "This call is over.");
    }

    public static Problem notOnHold() {
        return Problem.conflict("call_not_with_us", "This caller is not on hold.");
    }

    /** Of the carrier, which was asked once. */
    public static Problem of(CarrierFailure failure) {
        return failure.kind() == Kind.GONE ? over() : carrierUnavailable();
    }

    /** It may have done it. */
    public static Problem carrierUnavailable() {
        return Problem.of(
                502,
                "carrier_unavailable",
                "The carrier did not say that it did that. Look where the call is before you try again.");
    }
}
