package io.cloudpbx.callflow.json;

import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the hours of a plan. */
final class ScheduleReader {
    private static final int MOST_SPANS = 10;
    private static final int MOST_DATES = 400;

    private final Fields fields;

    private ScheduleReader(Fields fields) {
        this.fields = fields;
    }

    static Schedule read(Fields fields) {
        var reader = new ScheduleReader(fields);
        var zone = reader.zone();
        var week = reader.week(fields.object("week"));
        Map<LocalDate, Fields> places = new LinkedHashMap<>();
        var dates = reader.dates(places);
        complainOfNights(week, dates, places);
        fields.end();
        return new Schedule(zone, week, dates);
    }

    /** Of a date and its neighbours, which may be dates as well. */
    private static void complainOfNights(Week week, List<SpecialDay> dates, Map<LocalDate, Fields> places) {
        Map<LocalDate, List<Hours>> special =
                dates.stream().collect(Collectors.toMap(SpecialDay::date, SpecialDay::hours, (first, second) -> first));
        Function<LocalDate, List<Hours>> on = date -> special.getOrDefault(date, week.on(date.getDayOfWeek()));
        places.forEach((date, place) -> {
            if (lasts(on.apply(date.minusDays(1)), on.apply(date))) {
                place.complainOf(
                        "hours", "overlapping_hours", "has hours that begin while those of the day before still last");
            }
            // What is a date as well says so itself.
            LocalDate next = date.plusDays(1);
            if (!special.containsKey(next) && lasts(on.apply(date), on.apply(next))) {
                place.complainOf("hours", "overlapping_hours", "has hours that last into those of the next day");
            }
        });
    }

    private ZoneId zone() {
        String name = fields.text("zone");
        // Offsets such as +05:30 know no summer time.
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        fields.complainOf("zone", "unknown_time_zone", "is not a time zone, such as America/Los_Angeles");
        return ZoneOffset.UTC;
    }

    private Week week(Fields week) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, spans(week, Fields.word(day)));
        }
        week.end();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (lasts(days.getOrDefault(day, List.of()), days.getOrDefault(day.plus(1), List.of()))) {
                week.complainOf(
                        Fields.word(day), "overlapping_hours", "has hours that last into those of the next day");
            }
        }
        return new Week(days);
    }

    /** Whether what begins on one day goes on when the next day's hours begin. */
    private static boolean lasts(List<Hours> day, List<Hours> next) {
        return day.stream()
                .filter(Hours::endsNextDay)
                .anyMatch(late -> next.stream().anyMatch(early -> early.opens().isBefore(late.closes())));
    }

    private List<Hours> spans(Fields day, String field) {
        var spans = day.list(field, MOST_SPANS, (value, at) -> span(day.element(value, at), at)).stream()
                .sorted(Comparator.comparing(Hours::opens))
                .toList();
        for (int index = 1; index < spans.size(); index++) {
            Hours before = spans.get(index - 1);
            if (before.endsNextDay() || spans.get(index).opens().isBefore(before.closes())) {
                day.complainOf(field, "overlapping_hours", "has hours that overlap");
            }
        }
        return spans;
    }

    private Hours span(Fields span, String at) {
        var hours = new Hours(time(span, "opens"), time(span, "closes"));
        span.end();
        return hours;
    }

    private LocalTime time(Fields of, String field) {
        return parsed(of, field, LocalTime::parse, LocalTime.MIDNIGHT, "invalid_time", "must be a time such as 09:30");
    }

    private static <T> T parsed(Fields of, String field, Function<String, T> parse, T instead, String... problem) {
        String text = of.text(field);
        if (!of.isText(field)) {
            return instead;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeParseException wrong) {
            of.complainOf(field, problem[0], problem[1]);
            return instead;
        }
    }

    /** @param places of each in the plan, which are noted */
    private List<SpecialDay> dates(Map<LocalDate, Fields> places) {
        return fields.list("dates", MOST_DATES, (JsonNode value, String at) -> {
            Fields date = fields.element(value, at);
            var special = new SpecialDay(
                    parsed(
                            date,
                            "date",
                            LocalDate::parse,
                            LocalDate.EPOCH,
                            "invalid_date",
                            "must be a date such as 2026-12-25"),
                    date.text("label", ""),
                    spans(date, "hours"));
            if (places.putIfAbsent(special.date(), date) != null) {
                date.complainOf("date", "twice", "has been given hours already");
            }
            date.end();
            return special;
        });
    }
}
