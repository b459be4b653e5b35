package io.cloudpbx.assistant;

import io.cloudpbx.claude.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer and how it came about.
 *
 * @param mind {@code claude}, {@code offline}, or {@code rules} where the words are fixed
 * @param model null where none was asked
 * @param dollars what it cost; null when the price of the model is not known
 * @param why for people who ask later
 * @param overBudget why Claude was not to be asked, in a sentence; null where it was, or there is none
 */
public record Drafted(
        Answer answer,
        String mind,
        @Nullable String model,
        Usage usage,
        @Nullable BigDecimal dollars,
        Duration took,
        String why,
        @Nullable String overBudget) {

    /** An answer that nobody was asked for. */
    public static Drafted of(String mind, Answer answer, String why, Duration took) {
        return new Drafted(answer, mind, null, Usage.NONE, BigDecimal.ZERO, took, why, null);
    }

    public Drafted with(Answer other) {
        return new Drafted(other, mind, model, usage, dollars, took, why, overBudget);
    }

    /** The same, with what happened before it was drafted. */
    public Drafted after(String event) {
        return new Drafted(answer, mind, model, usage, dollars, took, event + " " + why, overBudget);
    }

    /** The same, drafted because Claude was not to be asked. */
    public Drafted overBudget(String sentence) {
        return new Drafted(answer, mind, model, usage, dollars, took, sentence + " " + why, sentence);
    }
}
