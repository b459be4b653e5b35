package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void a_campaign_that_one_number_has_through_in_an_hour_needs_no_more() {
        assertThat(Spread.of(3_600, List.of(1.0, 1.0, 1.0))).hasValueSatisfying(warning -> {
            assertThat(warning.code()).isEqualTo("more_numbers_than_needed");
            assertThat(warning.sentence())
                    .startsWith("It leaves from 3 numbers, and one alone would be through within an hour.");
        });
    }

    @Test
    void the_fastest_are_counted_on_and_as_many_as_are_needed_are_named() {
        assertThat(Spread.of(14_000, List.of(1.0, 3.0, 1.0)))
                .hasValueSatisfying(warning -> assertThat(warning.sentence()).contains("2 of them would be through"));
    }

    @Test
    void numbers_that_the_pace_needs_are_no_spreading() {
        assertThat(Spread.of(3_601, List.of(1.0, 1.0))).isEmpty();
        assertThat(Spread.of(1_000_000, List.of(3.0, 1.0, 1.0))).isEmpty();
    }

    @Test
    void one_number_or_nothing_to_send_is_none() {
        assertThat(Spread.of(5, List.of(1.0))).isEmpty();
        assertThat(Spread.of(0, List.of(1.0, 1.0))).isEmpty();
        assertThat(Spread.of(5, List.of(0.0, 0.0))).isEmpty();
        assertThat(Spread.of(5, List.of())).isEmpty();
    }
}
