package io.cloudpbx.analytics.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.analytics.flow.WallClock.WeekdayHour;
import io.cloudpbx.figures.TimedFigure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WallClockTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    @Test
    void a_day_of_25_hours_has_them_all_and_its_first_hour_twice() {
        var figures = quarters("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z");

        assertThat(WallClock.byDay(figures, NEW_YORK)).isEqualTo(Map.of(day("2026-11-01"), Map.of("call", 100L)));
        var byHour = WallClock.byWeekdayHour(figures, NEW_YORK);
        assertThat(byHour.get(new WeekdayHour(7, 1))).isEqualTo(Map.of("call", 8L));
        assertThat(byHour.get(new WeekdayHour(7, 2))).isEqualTo(Map.of("call", 4L));
        assertThat(byHour).hasSize(24);
    }

    @Test
    void a_day_of_23_hours_has_no_second_hour() {
        var figures = quarters("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z");

        assertThat(WallClock.byDay(figures, NEW_YORK)).isEqualTo(Map.of(day("2026-03-08"), Map.of("call", 92L)));
        assertThat(WallClock.byWeekdayHour(figures, NEW_YORK)).hasSize(23).doesNotContainKey(new WeekdayHour(7, 2));
    }

    @Test
    void zones_that_are_no_whole_hours_away_are_read_by_quarters() {
        var span = new Span(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"));

        assertThat(WallClock.stretch(span, NEW_YORK)).isEqualTo(Duration.ofHours(1));
        assertThat(WallClock.stretch(span, KATHMANDU)).isEqualTo(Duration.ofMinutes(15));
        // Eleven hours away, and half an hour less from the fifth of April on.
        assertThat(WallClock.stretch(span, LORD_HOWE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_quarter_belongs_to_the_day_that_clocks_show_a_quarter_of_an_hour_from_any_whole_one() {
        // Midnight in Kathmandu is at a quarter past six in the evening of UTC.
        var figures = quarters("2026-11-29T18:00:00Z", "2026-11-29T18:30:00Z");

        assertThat(WallClock.byDay(figures, KATHMANDU))
                .isEqualTo(Map.of(
                        day("2026-11-29"), Map.of("call", 1L),
                        day("2026-11-30"), Map.of("call", 1L)));
    }

    @Test
    void hours_of_the_same_weekday_are_added_over_weeks() {
        var figures = List.of(
                new TimedFigure(Instant.parse("2026-11-23T15:00:00Z"), "answered", 3),
                new TimedFigure(Instant.parse("2026-11-30T15:45:00Z"), "answered", 4),
                new TimedFigure(Instant.parse("2026-11-30T15:45:00Z"), "missed", 1));

        assertThat(WallClock.byWeekdayHour(figures, NEW_YORK))
                .isEqualTo(Map.of(new WeekdayHour(1, 10), Map.of("answered", 7L, "missed", 1L)));
    }

    private static List<TimedFigure> quarters(String from, String to) {
        Instant start = Instant.parse(from);
        long quarters = Duration.between(start, Instant.parse(to)).toMinutes() / 15;
        return LongStream.range(0, quarters)
                .mapToObj(quarter -> new TimedFigure(start.plus(Duration.ofMinutes(15 * quarter)), "call", 1))
                .toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
