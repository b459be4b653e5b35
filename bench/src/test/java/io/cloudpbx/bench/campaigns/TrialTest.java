package io.cloudpbx.bench.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.bench.Options;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {
    @Test
    void without_options_two_nodes_are_killed_a_hundred_times() {
        Trial trial = trial();

        assertThat(trial.kills()).isEqualTo(100);
        assertThat(trial.recipients()).isEqualTo(10_000);
        assertThat(trial.nodes()).isEqualTo(2);
        assertThat(trial.seed()).isNotNegative();
    }

    @Test
    void the_same_seed_kills_at_the_same_points() {
        assertThat(trial("--seed", "7").plan())
                .isEqualTo(trial("--seed", "7").plan())
                .isNotEqualTo(trial("--seed", "8").plan());
    }

    @Test
    void each_named_point_is_struck_about_as_often_as_the_others_and_half_of_all_kills_at_any_moment() {
        var struck = KillPoint.plan(25, new Random(1)).stream()
                .collect(Collectors.groupingBy(point -> point, Collectors.counting()));

        assertThat(struck).containsEntry(KillPoint.ANY, 12L);
        for (KillPoint point : KillPoint.values()) {
            assertThat(struck.get(point)).as(point.words()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void the_campaign_is_as_fast_as_lets_it_last_until_the_last_kill() {
        assertThat(trial("--kills", "25", "--recipients", "5000").perSecond()).isGreaterThan(25);
        assertThat(trial("--kills", "1000", "--recipients", "10").perSecond()).isEqualTo(4);
        assertThat(trial("--kills", "1", "--recipients", "100000").perSecond()).isEqualTo(200);
    }

    @Test
    void kills_that_take_longer_or_shorter_than_was_thought_make_it_slower_or_faster() {
        assertThat(Trial.perSecond(60_000, 600, Duration.ofSeconds(2))).isEqualTo(50);
        assertThat(Trial.perSecond(60_000, 600, Duration.ofSeconds(10))).isEqualTo(10);
        assertThat(Trial.perSecond(0, 600, Duration.ofSeconds(10))).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--nodes 3", "--nodes 0", "--kills 0", "--kills many", "--recipients 1000000", "--faults all"})
    void nonsense_is_refused_in_a_sentence(String words) {
        assertThatThrownBy(() -> trial(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(--|There is).+");
    }

    @Test
    void everybody_has_a_number_of_their_own() {
        List<String> people = People.of(0, 5_000);

        assertThat(people).doesNotHaveDuplicates().allMatch(number -> number.matches("\\+1\\d{3}55501\\d\\d"));
        assertThat(People.of(5_000, 1_000)).doesNotContainAnyElementsOf(people);
    }

    @Test
    void it_is_three_in_the_afternoon_whenever_it_starts() {
        for (String start : List.of("2026-03-01T00:30:00Z", "2026-06-01T22:30:00Z", "2026-12-24T23:00:00Z")) {
            Duration ahead = Afternoon.ahead(Instant.parse(start));

            assertThat(ahead).isBetween(Duration.ZERO, Duration.ofDays(1));
            assertThat(Instant.parse(start)
                            .plus(ahead)
                            .atZone(ZoneId.of("America/Los_Angeles"))
                            .getHour())
                    .isEqualTo(15);
        }
    }

    private static Trial trial(String... words) {
        return Trial.of(Options.of(Arrays.asList(words), Trial.OPTIONS));
    }
}
