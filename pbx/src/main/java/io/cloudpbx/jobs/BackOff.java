package io.cloudpbx.jobs;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before another attempt: longer each time, and by chance, so that many that failed together part. */
public record BackOff(Duration base, Duration cap) {
    public static final BackOff STANDARD = new BackOff(Duration.ofMillis(200), Duration.ofMinutes(5));

    /**
     * Full jitter: anything between nothing and the bound.
     *
     * @param attempt the attempt that failed, from 1
     */
    public Duration after(int attempt, RandomGenerator random) {
        long bound = Math.min(cap.toMillis(), base.toMillis() << Math.min(attempt - 1, 30));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }
}
