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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        var schedule = new Schedule(reader.zone(), reader.week(fields.object("week")), reader.dates());
        fields.end();
        return schedule;
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

    private List<SpecialDay> dates() {
        var known = new HashSet<LocalDate>();
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
            if (!known.add(special.date())) {
                date.complainOf("date", "twice", "has been given hours already");
            }
            date.end();
            return special;
        });
    }
}
