package io.cloudpbx.missedcalls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TextBackLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void a_call_of_half_an_hour_ago_is_the_oldest_that_is_answered_by_a_text() {
        assertThat(TextBackLimits.isInTime(NOON, NOON.plusSeconds(1800))).isTrue();
        assertThat(TextBackLimits.isInTime(NOON, NOON.plusSeconds(1801))).isFalse();
    }

    @Test
    void an_hour_has_room_for_thirty() {
        assertThat(TextBackLimits.leaveRoom(29)).isTrue();
        assertThat(TextBackLimits.leaveRoom(30)).isFalse();
    }
}
