package io.cloudpbx.bench.receptionist;

import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.Week;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Opening hours as people write them into a file: {@code {"mon-fri": "8:00-17:00", "sat": [["9:00", "13:00"]], "sun": null}}. */
final class HoursReader {
    private static final Pattern DAYS =
            Pattern.compile("([a-z]{3})[a-z]*(?:\\s*(?:-|to|_|through)\\s*([a-z]{3})[a-z]*)?");
    private static final Pattern SPAN = Pattern.compile(
            "(\\d{1,2})(?::?(\\d{2}))?\\s*([ap])?\\.?m?\\.?\\s*(?:-|–|to|until)\\s*(\\d{1,2})(?::?(\\d{2}))?\\s*([ap])?\\.?m?\\.?");

    private HoursReader() {}

    /** Empty when they are not given day by day, or not to be read so. */
    static Optional<Week> week(JsonNode hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        if (!hours.isObject()) {
            return Optional.empty();
        }
        for (Map.Entry<String, JsonNode> entry : hours.properties()) {
            List<DayOfWeek> days = days(entry.getKey());
            Optional<List<Hours>> spans = spans(entry.getValue());
            if (days.isEmpty() || spans.isEmpty()) {
                return Optional.empty();
            }
            days.forEach(day -> week.put(day, spans.get()));
        }
        return week.isEmpty() ? Optional.empty() : Optional.of(new Week(week));
    }

    private static List<DayOfWeek> days(String name) {
        Matcher named = DAYS.matcher(name.toLowerCase(Locale.ROOT).strip());
        List<DayOfWeek> days = new ArrayList<>();
        if (!named.matches()) {
            return days;
        }
        Optional<DayOfWeek> first = day(named.group(1));
        Optional<DayOfWeek> last = named.group(2) == null ? first : day(named.group(2));
        if (first.isPresent() && last.isPresent()) {
            for (DayOfWeek day = first.get(); ; day = day.plus(1)) {
                days.add(day);
                if (day == last.get()) {
                    break;
                }
            }
        }
        return days;
    }

    private static Optional<DayOfWeek> day(String three) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(three)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Hours>> spans(JsonNode value) {
        String text = value.toString().toLowerCase(Locale.ROOT);
        String plain = value.isObject() || value.isArray()
                ? text.replaceAll("\"(?:open|opens|from|start|close|closes|to|end|until)\":", "")
                : text;
        // A pair in two texts is a span as well: ["08:00", "17:00"].
        Matcher spans = SPAN.matcher(plain.replaceAll("\"\\s*,\\s*\"", " to ").replaceAll("[\"\\[\\]{}]", " "));
        List<Hours> hours = new ArrayList<>();
        while (spans.find()) {
            hours.add(new Hours(
                    time(spans.group(1), spans.group(2), spans.group(3)),
                    time(spans.group(4), spans.group(5), spans.group(6))));
        }
        boolean closed = value.isNull() || text.contains("closed") || text.equals("[]") || text.equals("\"\"");
        return hours.isEmpty() && !closed ? Optional.empty() : Optional.of(hours);
    }

    private static LocalTime time(String hour, String minute, String half) {
        int hours = Integer.parseInt(hour) % 24;
        boolean afternoon = "p".equals(half) && hours < 12;
        boolean midnight = "a".equals(half) && hours == 12;
        return LocalTime.of(
                midnight ? 0 : afternoon ? hours + 12 : hours, minute == null ? 0 : Integer.parseInt(minute) % 60);
    }
}
