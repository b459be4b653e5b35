package io.cloudpbx.knowledge.flow;

import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.Opening;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        LocalDate last = today.plusDays(DAYS_AHEAD);
        var horizon = last.atStartOfDay(zone).toInstant();
        Span next = null;
        // From yesterday, whose hours may last until after midnight.
        for (LocalDate day = today.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spans(day, zone, week, special)) {
                if (next == null) {
                    next = span.to().isAfter(instant) ? span : null;
                } else if (next.touches(span)) {
                    next = next.with(span);
                } else {
                    return asOf(instant, next, horizon);
                }
            }
        }
        return next == null ? new Opening.Closed(null) : asOf(instant, next, horizon);
    }

    /** Whether it is open, and nothing else: what {@link #at} says, sooner. Where nobody has said any hours it is closed. */
    public static boolean isOpen(Instant instant, ZoneId zone, Week week, List<SpecialDay> special) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .flatMap(day -> spans(day, zone, week, special).stream())
                .anyMatch(span -> !span.from().isAfter(instant) && span.to().isAfter(instant));
    }

    private static List<Span> spans(LocalDate day, ZoneId zone, Week week, List<SpecialDay> special) {
        return hoursOn(day, week, special).stream()
                .map(hours -> span(day, hours, zone))
                .sorted(Comparator.comparing(Span::from))
                .toList();
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
}
