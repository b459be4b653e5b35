package io.cloudpbx.knowledge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final Week OFFICE = new Week(Map.of(
            DayOfWeek.MONDAY, List.of(Hours.of("08:00", "12:00"), Hours.of("13:00", "17:00")),
            DayOfWeek.TUESDAY, List.of(Hours.of("08:00", "17:00")),
            DayOfWeek.FRIDAY, List.of(Hours.of("08:00", "17:00"))));

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T07:59, closed, 2026-11-30T08:00",
        "2026-11-30T08:00, open,   2026-11-30T12:00",
        "2026-11-30T12:00, closed, 2026-11-30T13:00",
        "2026-11-30T16:59, open,   2026-11-30T17:00",
        "2026-11-30T17:00, closed, 2026-12-01T08:00",
        "2026-12-01T20:00, closed, 2026-12-04T08:00",
        "2026-12-05T10:00, closed, 2026-12-07T08:00",
    })
    void the_week_is_read_by_the_business_s_own_clock(String when, String state, String changes) {
        assertThat(at(when, OFFICE)).isEqualTo(expected(state, changes));
    }

    @Test
    void a_special_day_takes_the_place_of_the_usual_hours() {
        var closed = new SpecialDay(LocalDate.of(2026, 12, 1), "Inventory", List.of());
        var short_ = new SpecialDay(LocalDate.of(2026, 12, 4), "Party", List.of(Hours.of("08:00", "11:00")));
        var sunday = new SpecialDay(LocalDate.of(2026, 12, 6), "Open house", List.of(Hours.of("10:00", "14:00")));

        assertThat(at("2026-12-01T09:00", OFFICE, closed, short_)).isEqualTo(expected("closed", "2026-12-04T08:00"));
        assertThat(at("2026-12-04T09:00", OFFICE, closed, short_)).isEqualTo(expected("open", "2026-12-04T11:00"));
        assertThat(at("2026-12-06T09:00", OFFICE, sunday)).isEqualTo(expected("closed", "2026-12-06T10:00"));
    }

    @Test
    void hours_may_last_until_after_midnight_and_join_the_next_day_s() {
        var bar = new Week(Map.of(
                DayOfWeek.SATURDAY, List.of(Hours.of("20:00", "02:00")),
                DayOfWeek.SUNDAY, List.of(Hours.of("02:00", "04:00"))));

        assertThat(at("2026-12-05T19:59", bar)).isEqualTo(expected("closed", "2026-12-05T20:00"));
        assertThat(at("2026-12-06T01:00", bar)).isEqualTo(expected("open", "2026-12-06T04:00"));
        assertThat(at("2026-12-06T04:00", bar)).isEqualTo(expected("closed", "2026-12-12T20:00"));
    }

    @Test
    void who_is_always_open_never_closes_and_who_said_nothing_is_unknown() {
        var always = new Week(Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day, day -> List.of(Hours.of("00:00", "00:00")))));

        assertThat(at("2026-12-06T01:00", always)).isEqualTo(new Opening.Open(null));
        assertThat(at("2026-12-06T01:00", Week.UNKNOWN)).isEqualTo(new Opening.Unknown());
    }

    @Test
    void who_only_opens_on_a_day_that_is_past_stays_closed() {
        var once = new SpecialDay(LocalDate.of(2026, 12, 1), "Sale", List.of(Hours.of("08:00", "11:00")));

        assertThat(at("2026-12-01T12:00", Week.UNKNOWN, once)).isEqualTo(new Opening.Closed(null));
    }

    /** Clocks go forward on 2026-03-08 and back on 2026-11-01. */
    @Test
    void an_hour_that_the_clock_skips_or_repeats_moves_no_opening() {
        var early = new Week(Map.of(DayOfWeek.SUNDAY, List.of(Hours.of("01:00", "08:00"))));

        assertThat(at(Instant.parse("2026-03-08T09:00:00Z"), early))
                .isEqualTo(new Opening.Open(Instant.parse("2026-03-08T15:00:00Z")));
        assertThat(at(Instant.parse("2026-11-01T09:30:00Z"), early))
                .isEqualTo(new Opening.Open(Instant.parse("2026-11-01T16:00:00Z")));
    }

    private static Opening at(String local, Week week, SpecialDay... special) {
        return OpeningHours.at(instant(local), CALIFORNIA, week, List.of(special));
    }

    private static Opening at(Instant instant, Week week) {
        return OpeningHours.at(instant, CALIFORNIA, week, List.of());
    }

    private static Opening expected(String state, String changes) {
        return state.equals("open") ? new Opening.Open(instant(changes)) : new Opening.Closed(instant(changes));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(CALIFORNIA).toInstant();
    }
}
