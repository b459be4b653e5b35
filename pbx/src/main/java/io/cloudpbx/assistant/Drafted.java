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
 */
public record Drafted(
        Answer answer,
        String mind,
        @Nullable String model,
        Usage usage,
        @Nullable BigDecimal dollars,
        Duration took,
        String why) {

    /** An answer that nobody was asked for. */
    public static Drafted of(String mind, Answer answer, String why, Duration took) {
        return new Drafted(answer, mind, null, Usage.NONE, BigDecimal.ZERO, took, why);
    }

    public Drafted with(Answer other) {
        return new Drafted(other, mind, model, usage, dollars, took, why);
    }

    /** The same, with what happened before it was drafted. */
    public Drafted after(String event) {
        return new Drafted(answer, mind, model, usage, dollars, took, event + " " + why);
    }
}
