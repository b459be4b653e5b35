package io.cloudpbx.knowledge.flow;

import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** Reads the hours: usual ones, replaced on special days. */
public final class OpeningHours {
    private static final int DAYS_AHEAD = 366;

    private OpeningHours() {}

    private record Span(Instant from, Instant to) {
        boolean touches(Span later) {
            return !later.from.isAfter(to);
        }

        Span with(Span later) {
            return new Span(from, to.isAfter(later.to) ? to : later.to);
        }
    }

    /** Open from the very instant of opening, and no longer at that of closing. */
    public static Opening at(Instant instant, ZoneId zone, Week week, List<SpecialDay> special) {
        if (week.isUnknown() && special.stream().allMatch(day -> day.hours().isEmpty())) {
            return new Opening.Unknown();
        }
        LocalDate today = instant.atZone(zone).toLocalDate();
        // From yesterday, whose hours may last until after midnight.
        var days = LongStream.rangeClosed(-1, DAYS_AHEAD).mapToObj(today::plusDays);
        var spans = days.flatMap(day -> hoursOn(day, week, special).stream().map(hours -> span(day, hours, zone)))
                .sorted(Comparator.comparing(Span::from))
                .toList();
        var horizon = today.plusDays(DAYS_AHEAD).atStartOfDay(zone).toInstant();
        return joined(spans).stream()
                .filter(span -> span.to().isAfter(instant))
                .findFirst()
                .map(next -> asOf(instant, next, horizon))
                .orElse(new Opening.Closed(null));
    }

    private static Opening asOf(Instant instant, Span next, Instant horizon) {
        if (next.from().isAfter(instant)) {
            return new Opening.Closed(next.from());
        }
        return new Opening.Open(next.to().isBefore(horizon) ? next.to() : null);
    }

    /** The hours of a date: those of the special day, if it is one. */
    public static List<Hours> hoursOn(LocalDate date, Week week, List<SpecialDay> special) {
        return special.stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .map(SpecialDay::hours)
                .orElseGet(() -> week.on(date.getDayOfWeek()));
    }

    private static Span span(LocalDate day, Hours hours, ZoneId zone) {
        LocalDate end = hours.endsNextDay() ? day.plusDays(1) : day;
        return new Span(
                day.atTime(hours.opens()).atZone(zone).toInstant(),
                end.atTime(hours.closes()).atZone(zone).toInstant());
    }

    private static List<Span> joined(List<Span> sorted) {
        var joined = new ArrayList<Span>();
        for (Span span : sorted) {
            if (!joined.isEmpty() && joined.getLast().touches(span)) {
                joined.set(joined.size() - 1, joined.getLast().with(span));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
