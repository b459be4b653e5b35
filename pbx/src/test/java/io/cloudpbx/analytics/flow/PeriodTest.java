package io.cloudpbx.analytics.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOON = Instant.parse("2026-11-30T17:00:00Z");

    @Test
    void seven_days_are_today_and_the_six_before_it() {
        var period = Period.upToToday(7, NEW_YORK, NOON);

        assertThat(period.first()).isEqualTo("2026-11-24");
        assertThat(period.last()).isEqualTo("2026-11-30");
        assertThat(period.span()).isEqualTo(span("2026-11-24T05:00:00Z", "2026-11-30T17:00:00Z"));
        assertThat(period.isUnfinished()).isTrue();
        assertThat(period.isUnfinished(LocalDate.parse("2026-11-30"))).isTrue();
        assertThat(period.isUnfinished(LocalDate.parse("2026-11-29"))).isFalse();
    }

    @Test
    void today_is_the_company_s_and_not_utc_s() {
        assertThat(Period.upToToday(7, NEW_YORK, Instant.parse("2026-11-30T04:59:59Z"))
                        .last())
                .isEqualTo("2026-11-29");
        assertThat(Period.upToToday(7, NEW_YORK, Instant.parse("2026-11-30T05:00:00Z"))
                        .last())
                .isEqualTo("2026-11-30");
    }

    @Test
    void a_day_that_is_over_ends_where_the_next_begins() {
        var first = period("2026-11-28", "2026-11-28");
        var second = period("2026-11-29", "2026-11-29");

        assertThat(first.span().to()).isEqualTo(second.span().from());
        assertThat(first.isUnfinished()).isFalse();
    }

    @Test
    void the_day_on_which_clocks_are_put_forward_has_23_hours_and_the_one_on_which_they_are_put_back_25() {
        var spring = period("2026-03-08", "2026-03-08");
        var autumn = period("2026-11-01", "2026-11-01");

        assertThat(length(spring)).isEqualTo(Duration.ofHours(23));
        assertThat(length(autumn)).isEqualTo(Duration.ofHours(25));
        assertThat(spring.hoursOf(spring.first())).isEqualTo(23);
        assertThat(autumn.hoursOf(autumn.first())).isEqualTo(25);
        assertThat(autumn.hoursOf(LocalDate.parse("2026-11-02"))).isEqualTo(24);
    }

    @Test
    void an_unfinished_period_is_compared_up_to_the_same_time_of_the_day() {
        var before = Period.upToToday(7, NEW_YORK, NOON).before();

        assertThat(before.first()).isEqualTo("2026-11-17");
        assertThat(before.last()).isEqualTo("2026-11-23");
        assertThat(before.span()).isEqualTo(span("2026-11-17T05:00:00Z", "2026-11-23T17:00:00Z"));
    }

    @Test
    void the_same_time_of_the_day_is_the_clock_s_also_across_a_change() {
        // Clocks were put back on the first of November, so noon was an hour earlier in UTC a week before.
        var before = Period.upToToday(7, NEW_YORK, Instant.parse("2026-11-03T17:00:00Z"))
                .before();

        assertThat(before.span().to()).isEqualTo("2026-10-27T16:00:00Z");
    }

    @Test
    void a_period_that_is_over_is_compared_with_all_of_as_many_days_before() {
        var before = period("2026-11-01", "2026-11-10").before();

        assertThat(before.span()).isEqualTo(span("2026-10-22T04:00:00Z", "2026-11-01T04:00:00Z"));
        assertThat(before.isUnfinished()).isFalse();
    }

    @Test
    void days_to_come_are_not_among_those_that_have_begun() {
        assertThat(period("2026-11-29", "2026-12-31").daysBegun())
                .containsExactly(LocalDate.parse("2026-11-29"), LocalDate.parse("2026-11-30"));
        assertThat(period("2026-12-01", "2026-12-31").daysBegun()).isEmpty();
    }

    private static Period period(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last), NEW_YORK, NOON);
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    private static Duration length(Period period) {
        return Duration.between(period.span().from(), period.span().to());
    }
}
