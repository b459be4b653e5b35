package io.cloudpbx.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.Call.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallCountsTest {
    @Test
    void every_call_is_in_one_part_and_the_parts_add_up() {
        var all = CallCounts.of(Arrays.stream(Outcome.values())
                .collect(Collectors.toMap(Outcome::text, outcome -> 1L + outcome.ordinal())));

        assertThat(all.total())
                .isEqualTo(all.answered()
                        + all.receptionist()
                        + all.voicemail()
                        + all.missed()
                        + all.abandoned()
                        + all.turnedAway()
                        + all.inProgress())
                .isEqualTo(36);
    }

    @ParameterizedTest
    @EnumSource
    void only_those_whom_nobody_reached_are_missed(Outcome outcome) {
        var counts = CallCounts.of(Map.of(outcome.text(), 2L));

        assertThat(counts.missed()).isEqualTo(outcome.isMissed() ? 2 : 0);
        assertThat(counts.turnedAway()).isEqualTo(outcome == Outcome.REJECTED ? 2 : 0);
    }

    @Test
    void who_was_turned_away_was_not_missed() {
        assertThat(Arrays.stream(Outcome.values()).collect(Collectors.toMap(Function.identity(), Outcome::isMissed)))
                .containsEntry(Outcome.MISSED, true)
                .containsEntry(Outcome.FAILED, true)
                .containsEntry(Outcome.REJECTED, false)
                .containsEntry(Outcome.ABANDONED, false);
    }
}
