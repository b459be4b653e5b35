package io.cloudpbx.claude;

import java.math.BigDecimal;

/**
 * Of one question, or at most of one.
 *
 * @param read tokens that did not come from the cache
 * @param dollars zero where the price of the model is not known
 */
public record Cost(long read, long written, BigDecimal dollars) {
    static Cost of(Usage usage, ClaudeSettings settings, String model) {
        BigDecimal dollars = settings.cost(model, usage);
        return new Cost(
                usage.input() + usage.cacheWritten(), usage.output(), dollars == null ? BigDecimal.ZERO : dollars);
    }
}
