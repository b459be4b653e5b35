package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullQueueTest {
    @ParameterizedTest
    @ValueSource(ints = {21611, 30001})
    void is_why_the_carrier_refuses_a_text(int code) {
        assertThat(FullQueue.isWhy(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21610, 21211, 30034, 20429})
    void is_no_reason_behind_other_codes(int code) {
        assertThat(FullQueue.isWhy(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "4, PT8M", "5, PT10M", "40, PT10M", "1000, PT10M"})
    void has_a_text_wait_longer_each_time(int refusals, Duration pause) {
        assertThat(FullQueue.pause(refusals, Duration.ZERO)).contains(pause);
    }

    @Test
    void has_a_text_wait_for_six_hours_at_most() {
        assertThat(FullQueue.pause(40, Duration.ofHours(6).minusSeconds(1))).isPresent();
        assertThat(FullQueue.pause(40, Duration.ofHours(6))).isEmpty();
    }
}
