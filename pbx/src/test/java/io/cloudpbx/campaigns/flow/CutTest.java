package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {
    private static final Instant START = Instant.parse("2026-12-01T17:00:07Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S,PT5S",
        "PT3M,PT5S",
        "PT4M,PT10S",
        "PT40M,PT1M",
        "PT3H,PT5M",
        "PT30H,PT1H",
        "P90D,P2D",
        "P900D,P30D"
    })
    void a_stretch_of_time_becomes_few_parts_of_a_length_with_a_name(Duration span, Duration step) {
        Cut cut = Cut.of(START, START.plus(span));

        assertThat(cut.step()).isEqualTo(step);
        assertThat(cut.parts()).isBetween(1, 48);
        assertThat(cut.startOf(0)).isBeforeOrEqualTo(START);
        assertThat(cut.startOf(cut.parts())).isAfter(START.plus(span));
    }

    @Test
    void parts_begin_where_clocks_show_round_times() {
        assertThat(Cut.of(START, START.plusSeconds(600)).from()).isEqualTo(Instant.parse("2026-12-01T17:00:00Z"));
    }

    @Test
    void what_comes_before_or_after_belongs_to_the_first_or_the_last_part() {
        Cut cut = Cut.of(START, START.plusSeconds(60));

        assertThat(cut.partOf(START.minusSeconds(99))).isZero();
        assertThat(cut.partOf(START.plusSeconds(999))).isEqualTo(cut.parts() - 1);
        assertThat(cut.partOf(cut.startOf(3))).isEqualTo(3);
    }
}
