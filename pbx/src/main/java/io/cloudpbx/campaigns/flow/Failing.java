package io.cloudpbx.campaigns.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the last texts of a campaign went. Where too many of them fail, going on costs money and the numbers' good name
 * ({@code twilio.md} section 14, 30007).
 *
 * @param arrived how many were delivered, or at least sent, among them
 * @param failures the others, by reason
 */
public record Failing(long arrived, List<Failure> failures) {
    private static final String FILTERED = "30007";
    private static final int FEWEST_FILTERED = 10;
    private static final double MOST_FILTERED = 0.1;
    private static final int FEWEST_FAILED = 20;
    private static final double MOST_FAILED = 0.5;

    /** @param code the carrier's; @param sentence what it means */
    public record Failure(String code, String sentence, long count) {}

    public Failing {
        failures = List.copyOf(failures);
    }

    /** Why nothing more of it should leave before somebody has looked; empty while it goes well enough. */
    public Optional<String> stops() {
        long filtered = failures.stream()
                .filter(failure -> failure.code().equals(FILTERED))
                .mapToLong(Failure::count)
                .sum();
        if (filtered >= FEWEST_FILTERED && filtered >= MOST_FILTERED * all()) {
            return Optional.of(
                    "Networks take it for spam: they filtered %,d of the last %,d texts (30007). Change the words, or ask who gets it, before it goes on."
                            .formatted(filtered, all()));
        }
        if (failed() >= FEWEST_FAILED && failed() > MOST_FAILED * all()) {
            return Optional.of("%,d of the last %,d texts failed. The most frequent reason: %s"
                    .formatted(failed(), all(), mostFrequent().sentence()));
        }
        return Optional.empty();
    }

    private long all() {
        return arrived + failed();
    }

    private long failed() {
        return failures.stream().mapToLong(Failure::count).sum();
    }

    private Failure mostFrequent() {
        return failures.stream().max(Comparator.comparingLong(Failure::count)).orElseThrow();
    }
}
