package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndingTest {
    private static final Instant NOW = Instant.parse("2026-12-01T17:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-12-02T15:00:00Z");
    private static final Instant LATER = MORNING.plusSeconds(3_600);

    @Test
    void what_may_leave_now_takes_as_long_as_all_numbers_together_need() {
        // A toll-free number at three a second and two local ones at one.
        assertThat(Ending.of(NOW, Map.of(NOW, 2_000L), 5)).isEqualTo(NOW.plusSeconds(400));
    }

    @Test
    void those_who_wake_up_are_not_all_texted_at_that_very_moment() {
        assertThat(Ending.of(NOW, Map.of(NOW, 60L, MORNING, 600L), 1)).isEqualTo(MORNING.plusSeconds(600));
    }

    @Test
    void whoever_wakes_up_while_others_are_still_being_texted_comes_after_them() {
        assertThat(Ending.of(NOW, Map.of(MORNING, 5_400L, LATER, 600L), 1)).isEqualTo(MORNING.plusSeconds(6_000));
        assertThat(Ending.of(NOW, Map.of(MORNING, 600L, LATER, 600L), 1)).isEqualTo(LATER.plusSeconds(600));
    }

    @Test
    void what_takes_until_the_morning_and_longer_ends_by_its_own_length() {
        assertThat(Ending.of(NOW, Map.of(NOW, 100_000L, MORNING, 1L), 1)).isEqualTo(NOW.plusSeconds(100_001));
    }
}
