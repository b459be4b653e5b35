package io.cloudpbx.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void the_bound_doubles_from_200_ms_up_to_5_minutes() {
        assertThat(longest(1)).isBetween(Duration.ofMillis(150), Duration.ofMillis(200));
        assertThat(longest(4)).isBetween(Duration.ofMillis(1300), Duration.ofMillis(1600));
        assertThat(longest(40)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        assertThat(longest(Integer.MAX_VALUE)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    private static Duration longest(int attempt) {
        Random random = new Random(7);
        return IntStream.range(0, 500)
                .mapToObj(draw -> BackOff.STANDARD.after(attempt, random))
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
