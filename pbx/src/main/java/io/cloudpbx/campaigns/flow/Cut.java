package io.cloudpbx.campaigns.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A stretch of time cut for a picture: into few parts, each of a length that clocks have a name for.
 *
 * @param from when the first part begins; a whole number of steps since 1970
 */
public record Cut(Instant from, Duration step, int parts) {
    /** As many bars as can be told from each other. */
    private static final int MOST = 48;

    private static final List<Duration> STEPS = Stream.concat(
                    IntStream.of(5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600)
                            .mapToObj(Duration::ofSeconds),
                    IntStream.of(2, 3, 6, 12, 24, 48, 168, 720).mapToObj(Duration::ofHours))
            .toList();

    /** What happened after {@code until} belongs to the last part. */
    public static Cut of(Instant from, Instant until) {
        Duration span = Duration.between(from, until);
        Duration step = STEPS.stream()
                .filter(each -> each.multipliedBy(MOST - 1).compareTo(span) >= 0)
                .findFirst()
                .orElse(STEPS.getLast());
        Instant first =
                Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), step.toSeconds()) * step.toSeconds());
        long parts = Math.max(0, Duration.between(first, until).dividedBy(step)) + 1;
        return new Cut(first, step, (int) Math.min(parts, MOST));
    }

    /** In which part that instant lies. */
    public int partOf(Instant at) {
        return (int) Math.clamp(Duration.between(from, at).dividedBy(step), 0L, parts - 1L);
    }

    public Instant startOf(int part) {
        return from.plus(step.multipliedBy(part));
    }
}
