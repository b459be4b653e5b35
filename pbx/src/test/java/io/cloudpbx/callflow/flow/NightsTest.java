package io.cloudpbx.callflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bar: open on Fridays until two at night, and on Saturdays from noon. */
class NightsTest {
    private static final Week BAR =
            new Week(Map.of(DayOfWeek.FRIDAY, List.of(span(20, 2)), DayOfWeek.SATURDAY, List.of(span(12, 23))));

    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 25);

    private static Hours span(int opens, int closes) {
        return new Hours(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }

    private static SpecialDay on(LocalDate date, Hours... hours) {
        return new SpecialDay(date, "", List.of(hours));
    }

    private static List<FieldProblem> problems(SpecialDay... dates) {
        return Nights.problems(new Plan(
                Place.GENERAL_MAILBOX,
                null,
                Map.of(),
                Map.of(),
                Map.of("bar", new Schedule(ZoneId.of("America/Chicago"), BAR, List.of(dates))),
                Map.of(),
                Callers.ANYBODY));
    }

    @Test
    void a_date_may_not_begin_while_the_night_before_still_lasts() {
        assertThat(problems(on(FRIDAY.plusDays(1), span(1, 5))))
                .containsExactly(new FieldProblem(
                        "/hours/bar/dates/0/hours",
                        "overlapping_hours",
                        "has hours that begin while those of the day before still last"));
    }

    @Test
    void a_date_may_not_last_into_the_usual_hours_of_the_next_day() {
        assertThat(problems(on(FRIDAY, span(20, 13))))
                .containsExactly(new FieldProblem(
                        "/hours/bar/dates/0/hours",
                        "overlapping_hours",
                        "has hours that last into those of the next day"));
    }

    @Test
    void of_two_dates_that_overlap_the_later_says_so() {
        assertThat(problems(on(FRIDAY.plusDays(1), span(3, 5)), on(FRIDAY, span(20, 4))))
                .extracting(FieldProblem::field)
                .containsExactly("/hours/bar/dates/0/hours");
    }

    @Test
    void each_date_says_what_is_wrong_with_it() {
        LocalDate later = FRIDAY.plusDays(8);
        assertThat(problems(on(FRIDAY), on(later, span(1, 5)), on(LocalDate.of(2027, 2, 5), span(20, 13))))
                .extracting(FieldProblem::field)
                .containsExactly("/hours/bar/dates/1/hours", "/hours/bar/dates/2/hours");
    }

    @Test
    void nights_that_end_as_the_next_day_begins_and_days_that_are_closed_overlap_nothing() {
        assertThat(problems(on(FRIDAY, span(20, 12)))).isEmpty();
        assertThat(problems(on(FRIDAY.plusDays(1), span(2, 5)))).isEmpty();
        assertThat(problems(on(FRIDAY), on(FRIDAY.plusDays(1), span(1, 5)))).isEmpty();
        assertThat(problems(on(FRIDAY, span(9, 17)), on(FRIDAY.plusDays(1), span(9, 17))))
                .isEmpty();
        assertThat(problems()).isEmpty();
    }
}
