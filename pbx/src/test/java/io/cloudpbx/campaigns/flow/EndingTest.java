package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Ending.Door;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndingTest {
    /** A Tuesday, noon in New York. */
    private static final Instant NOW = Instant.parse("2026-12-01T17:00:00Z");

    private static final Instant MORNING = Instant.parse("2026-12-02T15:00:00Z");
    private static final Instant LATER = MORNING.plusSeconds(3_600);

    @Test
    void what_may_leave_now_takes_as_long_as_all_numbers_together_need() {
        // A toll-free number at three a second and two local ones at one.
        assertThat(atAnyHour(Map.of(NOW, 2_000L), 5)).isEqualTo(NOW.plusSeconds(400));
        assertThat(atAnyHour(Map.of(), 5)).isEqualTo(NOW);
    }

    @Test
    void those_who_wake_up_are_not_all_texted_at_that_very_moment() {
        assertThat(atAnyHour(Map.of(NOW, 60L, MORNING, 600L), 1)).isEqualTo(MORNING.plusSeconds(600));
    }

    @Test
    void whoever_wakes_up_while_others_are_still_being_texted_has_a_share_from_then_on() {
        assertThat(atAnyHour(Map.of(MORNING, 5_400L, LATER, 600L), 1)).isEqualTo(MORNING.plusSeconds(6_000));
        assertThat(atAnyHour(Map.of(MORNING, 600L, LATER, 600L), 1)).isEqualTo(LATER.plusSeconds(600));
    }

    @Test
    void nobody_is_texted_at_night_and_on_sunday_not_before_noon() {
        // From ten to eight: 8 h of today, 10 of each day to Saturday, and of Sunday what is left from noon on.
        long week = 8 + 10 + 10 + 10 + 10;
        assertThat(inNewYork(3_600 * 8L)).hasValue(Instant.parse("2026-12-02T01:00:00Z"));
        assertThat(inNewYork(3_600 * 9L)).hasValue(Instant.parse("2026-12-02T16:00:00Z"));
        assertThat(inNewYork(3_600 * (week + 1))).hasValue(Instant.parse("2026-12-06T18:00:00Z"));
    }

    @Test
    void who_is_further_west_has_a_share_and_the_rest_of_the_east_its_next_morning() {
        var zones = Map.of("New York", ZoneId.of("America/New_York"), "Los Angeles", ZoneId.of("America/Los_Angeles"));

        var end = Ending.of(
                NOW,
                Map.of("New York", 3_600L * 4, "Los Angeles", 3_600L * 7),
                1,
                (city, at) -> door(Objects.requireNonNull(zones.get(city)), at));

        // An hour for New York alone; then seven for both, of which three tenths are New York's; 54 minutes are left of
        // it.
        assertThat(end).hasValue(MORNING.plusSeconds(54 * 60));
    }

    @Test
    void whoever_can_never_be_texted_has_no_end() {
        assertThat(Ending.of(NOW, Map.of("Nowhere", 1L), 1, (nowhere, at) -> new Door(false, null)))
                .isEmpty();
    }

    @Test
    void a_number_that_has_sent_what_it_may_rests_until_midnight_on_the_pacific_coast() {
        // A thousand at once, the next day's thousand from midnight there on, and half of the day after.
        assertThat(capped(2_500, one(1, 1_000, 1_000))).hasValue(Instant.parse("2026-12-03T08:08:20Z"));
        assertThat(capped(1_000, one(1, 1_000, 1_000))).hasValue(NOW.plusSeconds(1_000));
    }

    @Test
    void what_it_has_sent_today_is_gone() {
        assertThat(capped(200, one(1, 50, 1_000))).hasValue(Instant.parse("2026-12-02T08:02:30Z"));
        assertThat(capped(50, one(1, 0, 1_000))).hasValue(Instant.parse("2026-12-02T08:00:50Z"));
    }

    @Test
    void the_others_go_on_when_one_has_sent_what_it_may() {
        var unlimited = new Supply.One(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        // Together for 100 s, then one alone.
        assertThat(capped(1_000, one(1, 100, 100), unlimited)).hasValue(NOW.plusSeconds(900));
    }

    @Test
    void a_capped_number_wakes_with_the_people_and_not_before() {
        var supply = new Supply(List.of(one(1, 3_600, 3_600)), Double.POSITIVE_INFINITY);

        var end = Ending.of(NOW, Map.of("All", 3_700L), supply, (all, at) -> door(ZoneId.of("America/New_York"), at));

        // An hour today; the rest from ten in the morning there, when the carrier's new day is seven hours old.
        assertThat(end).hasValue(MORNING.plusSeconds(100));
    }

    @Test
    void all_numbers_together_are_no_faster_than_the_account() {
        var supply = new Supply(List.of(one(3, 600, 600), one(1, 300, 300)), 2);

        // Each has its share of the account's rate, three quarters of it and one.
        assertThat(Ending.of(NOW, Map.of("All", 800L), supply, (all, at) -> new Door(true, null)))
                .hasValue(NOW.plusSeconds(400));
    }

    private static Supply.One one(double perSecond, double left, double daily) {
        return new Supply.One(perSecond, left, daily);
    }

    private static Optional<Instant> capped(long segments, Supply.One... numbers) {
        return Ending.of(
                NOW,
                Map.of("All", segments),
                new Supply(List.of(numbers), Double.POSITIVE_INFINITY),
                (all, at) -> new Door(true, null));
    }

    /** From their moment on, for ever. */
    private static Instant atAnyHour(Map<Instant, Long> work, double perSecond) {
        return Ending.of(
                        NOW,
                        work,
                        perSecond,
                        (from, at) -> at.isBefore(from) ? new Door(false, from) : new Door(true, null))
                .orElseThrow();
    }

    private static Optional<Instant> inNewYork(long segments) {
        return Ending.of(NOW, Map.of("All", segments), 1, (all, at) -> door(ZoneId.of("America/New_York"), at));
    }

    private static Door door(ZoneId zone, Instant at) {
        ZonedDateTime there = at.atZone(zone);
        ZonedDateTime opens = there.with(opens(there));
        ZonedDateTime closes = there.with(LocalTime.of(20, 0));
        if (there.isBefore(opens)) {
            return new Door(false, opens.toInstant());
        }
        if (there.isBefore(closes)) {
            return new Door(true, closes.toInstant());
        }
        ZonedDateTime tomorrow = there.plus(Duration.ofDays(1));
        return new Door(false, tomorrow.with(opens(tomorrow)).toInstant());
    }

    private static LocalTime opens(ZonedDateTime day) {
        return LocalTime.of(day.getDayOfWeek() == DayOfWeek.SUNDAY ? 12 : 10, 0);
    }
}
