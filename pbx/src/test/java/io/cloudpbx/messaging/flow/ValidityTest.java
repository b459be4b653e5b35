package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {
    private static final Instant CLOSING = Instant.parse("2026-09-17T01:00:00Z");

    @Test
    void where_no_hour_limits_it_a_text_may_wait_for_four_hours() {
        assertThat(Validity.at(CLOSING, null, Duration.ZERO)).hasHours(4);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-16T20:59:59Z, PT4H",
        "2026-09-16T21:00:00Z, PT4H",
        "2026-09-16T21:00:01Z, PT3H59M59S",
        "2026-09-17T00:59:58.001Z, PT1S",
        "2026-09-17T00:59:59Z, PT1S",
        "2026-09-17T00:59:59.001Z, PT0S",
        "2026-09-17T01:00:00Z, PT0S",
        "2026-09-17T08:00:00Z, PT0S",
    })
    void it_never_waits_into_hours_in_which_it_must_not_arrive(Instant now, Duration validity) {
        assertThat(Validity.at(now, CLOSING, Duration.ZERO)).isEqualTo(validity);
    }

    @Test
    void what_was_written_down_more_than_four_seconds_ago_does_not_leave_any_more() {
        assertThat(Validity.at(CLOSING, null, Duration.ofSeconds(4))).isPositive();
        assertThat(Validity.at(CLOSING, null, Duration.ofMillis(4_001))).isZero();
    }
}
