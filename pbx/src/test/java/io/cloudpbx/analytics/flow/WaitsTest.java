package io.cloudpbx.analytics.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void half_waited_no_longer_than_the_median_and_nine_of_ten_no_longer_than_the_ninetieth() {
        assertThat(Waits.of(Map.of(5L, 5L, 9L, 4L, 60L, 1L))).isEqualTo(new Waits(10, 5L, 9L));
        assertThat(Waits.of(Map.of(5L, 4L, 9L, 4L, 60L, 2L))).isEqualTo(new Waits(10, 9L, 60L));
        assertThat(Waits.of(Map.of(7L, 1L))).isEqualTo(new Waits(1, 7L, 7L));
    }

    @Test
    void nobody_waited_for_no_time_at_all() {
        assertThat(Waits.of(Map.of())).isEqualTo(new Waits(0, null, null));
    }
}
