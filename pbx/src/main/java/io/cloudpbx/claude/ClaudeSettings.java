package io.cloudpbx.claude;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ANTHROPIC_API_KEY}, {@code ANTHROPIC_BASE_URL} and {@code CLAUDE_MODEL}.
 *
 * @param apiKey empty: nobody is asked
 * @param prices by the beginning of the model's name
 */
@ConfigurationProperties("cloudpbx.claude")
public record ClaudeSettings(
        @DefaultValue("") String apiKey,
        URI baseUrl,
        String model,
        @DefaultValue Map<String, Price> prices) {

    private static final BigDecimal MILLION = new BigDecimal(1_000_000);

    /**
     * Dollars per million tokens. What is written to the cache costs a quarter more than plain input, what is read from it a
     * tenth.
     */
    public record Price(BigDecimal input, BigDecimal output) {
        private static final BigDecimal WRITING = new BigDecimal("1.25");
        private static final BigDecimal READING = new BigDecimal("0.1");

        BigDecimal of(Usage usage) {
            return times(input, usage.input())
                    .add(times(input.multiply(WRITING), usage.cacheWritten()))
                    .add(times(input.multiply(READING), usage.cacheRead()))
                    .add(times(output, usage.output()));
        }

        private static BigDecimal times(BigDecimal perMillion, long tokens) {
            return perMillion.multiply(BigDecimal.valueOf(tokens)).divide(MILLION);
        }
    }

    public boolean hasKey() {
        return !apiKey.isBlank();
    }

    /** Dollars; null when nobody told the price of this model, which is not the same as nothing. */
    public @Nullable BigDecimal cost(String model, Usage usage) {
        return price(model).map(price -> price.of(usage)).orElse(null);
    }

    private Optional<Price> price(String model) {
        return prices.entrySet().stream()
                .filter(entry -> model.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Prints without its secret. */
    @Override
    public String toString() {
        return "ClaudeSettings[apiKey=%s, baseUrl=%s, model=%s, prices=%s]"
                .formatted(hasKey() ? "****" : "none", baseUrl, model, prices);
    }
}
