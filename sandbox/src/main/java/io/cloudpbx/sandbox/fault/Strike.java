package io.cloudpbx.sandbox.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that applies to a request.
 *
 * @param number which request of its kind it is; with the seed it decides what is left to chance
 */
public record Strike(What what, long seed, long number) {
    /** A number between the two, both included; the same each time. */
    public long between(long from, long to) {
        return from + (long) (HowOften.chance(seed, number, 1) * (to - from + 1));
    }

    /** By how many milliseconds something is late; 0 when it is not. */
    public static long delayMs(List<Strike> strikes) {
        return strikes.stream()
                .mapToLong(strike -> strike.what() instanceof What.Delay delay
                        ? strike.between(delay.fromMs(), delay.toMsOrFrom())
                        : 0)
                .sum();
    }

    /** How it is signed; null for as it should be. */
    public static What.@Nullable Variant signature(List<Strike> strikes) {
        return strikes.stream()
                .map(Strike::what)
                .filter(What.Signature.class::isInstance)
                .map(signature -> ((What.Signature) signature).over())
                .findFirst()
                .orElse(null);
    }

    /** One of the statuses, by their weights. */
    What.Status status(What.Answer answer) {
        int weights =
                answer.statuses().stream().mapToInt(What.Status::weightOrOne).sum();
        double left = HowOften.chance(seed, number, 2) * weights;
        for (What.Status status : answer.statuses()) {
            left -= status.weightOrOne();
            if (left < 0) {
                return status;
            }
        }
        return answer.statuses().getLast();
    }
}
