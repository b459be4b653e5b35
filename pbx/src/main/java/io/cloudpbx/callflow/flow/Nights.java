package io.cloudpbx.callflow.flow;

import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.flow.OpeningHours;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nights on which the hours of two days overlap because one of them is a date of its own. It is asked of what somebody writes: a plan that
 * was published leads calls whatever its nights are like.
 */
public final class Nights {
    private Nights() {}

    /** Where it is so, as JSON pointers. */
    public static List<FieldProblem> problems(Plan plan) {
        return plan.hours().entrySet().stream()
                .flatMap(hours -> problems(hours).stream())
                .toList();
    }

    private static List<FieldProblem> problems(Map.Entry<String, Schedule> hours) {
        Schedule schedule = hours.getValue();
        List<SpecialDay> dates = schedule.dates();
        Set<LocalDate> special = dates.stream().map(SpecialDay::date).collect(Collectors.toSet());
        List<FieldProblem> problems = new ArrayList<>();
        for (int index = 0; index < dates.size(); index++) {
            LocalDate date = dates.get(index).date();
            String at = "/hours/" + hours.getKey() + "/dates/" + index + "/hours";
            if (overlaps(schedule, date.minusDays(1))) {
                problems.add(problem(at, "has hours that begin while those of the day before still last"));
            }
            // A next day that is a date as well says so itself.
            if (!special.contains(date.plusDays(1)) && overlaps(schedule, date)) {
                problems.add(problem(at, "has hours that last into those of the next day"));
            }
        }
        return problems;
    }

    private static FieldProblem problem(String at, String message) {
        return new FieldProblem(at, "overlapping_hours", message);
    }

    /** Whether what begins on a day still lasts when the next day's hours begin. */
    private static boolean overlaps(Schedule schedule, LocalDate day) {
        List<Hours> next = OpeningHours.hoursOn(day.plusDays(1), schedule.week(), schedule.dates());
        return OpeningHours.hoursOn(day, schedule.week(), schedule.dates()).stream()
                .filter(Hours::endsNextDay)
                .anyMatch(late -> next.stream().anyMatch(early -> early.opens().isBefore(late.closes())));
    }
}
