package io.cloudpbx.campaigns.flow;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a campaign is spread over more numbers than it needs ("snowshoeing", C26). Carriers take that for an attempt to stay below what their
 * filters notice. What it needs is judged by its size and its numbers' pace alone: as many as are through in an hour. Somebody may have
 * other reasons for more, so that it only warns.
 */
public final class Spread {
    private static final Duration SOON = Duration.ofHours(1);

    private Spread() {}

    /** @param perSecond how many segments each number may send */
    public static Optional<Warning> of(long segments, List<Double> perSecond) {
        List<Double> fastest =
                perSecond.stream().sorted(Comparator.reverseOrder()).toList();
        double together = 0;
        for (int needed = 1; needed < fastest.size(); needed++) {
            together += fastest.get(needed - 1);
            if (segments > 0 && segments <= together * SOON.toSeconds()) {
                return Optional.of(new Warning("more_numbers_than_needed", sentence(fastest.size(), needed)));
            }
        }
        return Optional.empty();
    }

    private static String sentence(int numbers, int needed) {
        return "It leaves from %d numbers, and %s would be through within an hour. Carriers take what is spread over more numbers than needed for spam that hides from their filters."
                .formatted(numbers, needed == 1 ? "one alone" : needed + " of them");
    }
}
