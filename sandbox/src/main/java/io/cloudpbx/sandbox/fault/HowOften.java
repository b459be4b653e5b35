package io.cloudpbx.sandbox.fault;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule strikes; everything that is said here has to apply, and with nothing said it always strikes.
 *
 * @param probability of each request, from 0 to 1, decided by the rule's seed
 * @param first only the first so many requests that it is about
 * @param every only each so-manieth of them
 * @param count at most so many times
 */
public record HowOften(
        @Nullable Double probability,
        @Nullable Long first,
        @Nullable Long every,
        @Nullable Long count) {
    static final HowOften ALWAYS = new HowOften(null, null, null, null);

    /**
     * @param number which request it is of those that the rule is about, from 1
     * @param struck how many times it has struck before
     */
    boolean strikes(long number, long struck, long seed) {
        return (first == null || number <= first)
                && (every == null || number % every == 0)
                && (count == null || struck < count)
                && (probability == null || chance(seed, number, 0) < probability);
    }

    /** The same for the same seed, number and purpose; from 0 to below 1. */
    static double chance(long seed, long number, int purpose) {
        return new SplittableRandom(seed * 1_000_003 + number * 31 + purpose).nextDouble();
    }
}
