package io.cloudpbx.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is or was carried out.
 *
 * @param draft words of the draft when it began, for a plan with a draft
 * @param estimate dollars that it was said to cost; null when the price was not known
 * @param counts how far it has come
 */
public record Run(
        UUID id,
        Plan plan,
        @Nullable String draft,
        Instant startedAt,
        String startedBy,
        @Nullable Instant finishedAt,
        boolean stopped,
        @Nullable BigDecimal estimate,
        Counts counts) {

    /**
     * Turns, and what they cost.
     *
     * @param done of which something was decided
     * @param same as they were decided then, or as they should be
     * @param lost of which nobody knows whether a model was asked, or whose words are gone
     * @param fellBack of which a model gave no answer
     */
    public record Counts(int turns, int done, int same, int lost, int fellBack, BigDecimal dollars) {}
}
