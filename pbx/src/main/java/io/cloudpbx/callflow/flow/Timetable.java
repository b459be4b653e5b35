package io.cloudpbx.callflow.flow;

import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.flow.OpeningHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** When schedules are open. */
public final class Timetable {
    private Timetable() {}

    public static boolean isOpen(Schedule schedule, Instant at) {
        return OpeningHours.isOpen(at, schedule.zone(), schedule.week(), schedule.dates());
    }

    /** When it next opens or closes; empty when that is more than a year away. */
    public static Optional<Instant> nextChange(Schedule schedule, Instant at) {
        return Optional.ofNullable(
                switch (OpeningHours.at(at, schedule.zone(), schedule.week(), schedule.dates())) {
                    case Opening.Open(Instant until) -> until;
                    case Opening.Closed(Instant opensAt) -> opensAt;
                    case Opening.Unknown unknown -> null;
                });
    }

    /** The holiday or other date of its own that an instant falls on. */
    public static Optional<SpecialDay> date(Schedule schedule, Instant at) {
        var day = at.atZone(schedule.zone()).toLocalDate();
        return schedule.dates().stream().filter(date -> date.date().equals(day)).findFirst();
    }

    /**
     * Every way in which schedules are open and closed together between two instants, each with the first instant at which they are.
     * Nothing changes between two changes, so these are all the minutes there are.
     */
    public static Map<Map<String, Boolean>, Instant> patterns(
            Map<String, Schedule> schedules, Instant from, Instant until) {
        var instants = new ArrayList<>(List.of(from));
        instants.addAll(changes(schedules.values(), from, until));
        return instants.stream()
                .collect(Collectors.toMap(
                        at -> states(schedules, at), at -> at, (first, later) -> first, LinkedHashMap::new));
    }

    /** When any of them opens or closes, after one instant and before another, in order. */
    public static SortedSet<Instant> changes(Collection<Schedule> schedules, Instant from, Instant until) {
        var changes = new TreeSet<Instant>();
        for (Schedule schedule : schedules) {
            var next = nextChange(schedule, from);
            while (next.isPresent() && next.get().isBefore(until)) {
                changes.add(next.get());
                next = nextChange(schedule, next.get());
            }
        }
        return changes;
    }

    private static Map<String, Boolean> states(Map<String, Schedule> schedules, Instant at) {
        return schedules.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> isOpen(entry.getValue(), at)));
    }
}
