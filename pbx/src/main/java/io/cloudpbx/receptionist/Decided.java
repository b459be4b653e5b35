package io.cloudpbx.receptionist;

import io.cloudpbx.claude.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision and how it came about.
 *
 * @param language of the caller, a BCP 47 tag, in which {@code say} is
 * @param mind {@code claude}, {@code offline}, or {@code rules} where no mind has to be asked
 * @param model null where none was asked
 * @param dollars what it cost; null when the price of the model is not known
 * @param why a sentence for people who ask later
 * @param candidates who was thought of, best first
 * @param consulted null where there was no doubt that a model should weigh, or there is no model
 */
public record Decided(
        Decision decision,
        String language,
        String mind,
        @Nullable String model,
        Usage usage,
        @Nullable BigDecimal dollars,
        Duration took,
        String why,
        List<Candidate> candidates,
        @Nullable Consulted consulted) {
    public Decided {
        candidates = List.copyOf(candidates);
    }

    /** The same, with what became of asking a model. */
    public Decided after(Consulted asking) {
        return new Decided(decision, language, mind, model, usage, dollars, took, why, candidates, asking);
    }

    /** Somebody or something that may have been meant. @param score from 0 to 1 */
    public record Candidate(String id, double score) {}
}
