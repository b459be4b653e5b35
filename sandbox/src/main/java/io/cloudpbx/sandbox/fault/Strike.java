package io.cloudpbx.sandbox.fault;

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
