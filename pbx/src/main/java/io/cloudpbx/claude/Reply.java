package io.cloudpbx.claude;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a question. */
public sealed interface Reply {
    /**
     * An answer.
     *
     * @param text what was said in words, perhaps nothing
     * @param choice one of the tools offered; null when the model only spoke, which some may not be kept from
     */
    record Answered(String text, @Nullable Choice choice, Spent spent) implements Reply {}

    /**
     * No answer.
     *
     * @param detail for the log: short, and without anything that was asked
     * @param retryAfter how long the API wants to be left alone, where it said so
     */
    record Failed(
            Failure failure,
            String detail,
            @Nullable Duration retryAfter,
            @Nullable String requestId,
            Duration took) implements Reply {
        /** For people who ask why somebody else answered. */
        public String sentence() {
            return failure == Failure.OVER_BUDGET ? detail : "Claude gave no answer (" + failure + ").";
        }
    }

    /**
     * A tool out of those offered. The arguments are as the model wrote them: their schema is a wish, so look at each.
     */
    record Choice(String tool, Map<String, Object> arguments) {
        public Choice {
            arguments = Map.copyOf(arguments);
        }

        /** The argument, if it is a text at all. */
        public String text(String argument) {
            return arguments.get(argument) instanceof String text ? text : "";
        }
    }

    /**
     * What the answer cost.
     *
     * @param dollars null when the price of the model is not known
     */
    record Spent(
            String model,
            Usage usage,
            @Nullable BigDecimal dollars,
            Duration took,
            @Nullable String requestId) {}
}
