package io.cloudpbx.campaigns.flow;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What numbers can send together, in segments: each at its rate and only so much a day, and all of them at no more than the account's.
 *
 * @param most a second of all together; infinite where the account has no rate
 */
public record Supply(List<One> numbers, double most) {
    private static final double SOME = 1e-6;

    /**
     * A number.
     *
     * @param left how much more it may send today; infinite where it has no cap
     * @param daily how much it may send a day
     */
    public record One(double perSecond, double left, double daily) {
        private boolean isUsedUp() {
            return left < SOME;
        }

        private boolean isCapped() {
            return Double.isFinite(daily);
        }
    }

    public Supply {
        numbers = List.copyOf(numbers);
    }

    /** Of numbers that may send as much as they can. */
    public static Supply of(double perSecond) {
        return new Supply(
                List.of(new One(perSecond, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)),
                Double.POSITIVE_INFINITY);
    }

    /** Of those that may still send today. */
    public double perSecond() {
        return Math.min(most, rates());
    }

    private double rates() {
        return numbers.stream()
                .filter(each -> !each.isUsedUp())
                .mapToDouble(One::perSecond)
                .sum();
    }

    public boolean isCapped() {
        return numbers.stream().anyMatch(One::isCapped);
    }

    /** In how many seconds of sending the next of them has sent what it may today; empty when none comes to that. */
    public OptionalDouble lasts() {
        double share = share();
        return numbers.stream()
                .filter(each -> each.isCapped() && !each.isUsedUp() && each.perSecond() > 0)
                .mapToDouble(each -> each.left() / (each.perSecond() * share))
                .min();
    }

    /** What is left after they have sent so long. */
    public Supply after(double seconds) {
        double share = share();
        return new Supply(
                numbers.stream()
                        .map(each -> each.isUsedUp()
                                ? each
                                : new One(
                                        each.perSecond(),
                                        Math.max(0, each.left() - seconds * each.perSecond() * share),
                                        each.daily()))
                        .toList(),
                most);
    }

    /** How much of its rate each of them uses. */
    private double share() {
        double rates = rates();
        return rates > 0 ? Math.min(1, most / rates) : 1;
    }

    public Supply tomorrow() {
        return new Supply(
                numbers.stream()
                        .map(each -> new One(each.perSecond(), each.daily(), each.daily()))
                        .toList(),
                most);
    }
}
