package io.cloudpbx.review;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plan comes to.
 *
 * @param questions to a model; the rules decide the other turns
 * @param model that is asked; null when none is
 * @param dollars by a guess at its tokens; null when the price of the model is not known
 * @param mostDollars what it cannot exceed; null likewise
 */
public record Estimate(
        int turns,
        int questions,
        @Nullable String model,
        @Nullable BigDecimal dollars,
        @Nullable BigDecimal mostDollars) {}
