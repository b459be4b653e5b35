package io.cloudpbx.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * A fault that somebody asked for.
 *
 * @param id given by the sandbox
 * @param seed decides everything that is left to chance; 0 when nothing is said
 */
public record FaultRule(
        @Nullable String id,
        @Nullable Where where,
        @Nullable What what,
        @Nullable HowOften howOften,
        @Nullable Long seed) {
    HowOften howOftenOrAlways() {
        return howOften == null ? HowOften.ALWAYS : howOften;
    }

    long seedOrZero() {
        return seed == null ? 0 : seed;
    }
}
