package io.cloudpbx.analytics.flow;

import io.cloudpbx.figures.TimedFigure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What happened, by the days and hours that clocks of a zone showed. */
public final class WallClock {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private WallClock() {}

    /** An hour of a weekday. @param weekday 1 is Monday, 7 is Sunday. @param hour 0 to 23 */
    public record WeekdayHour(int weekday, int hour) {}

    /** The longest stretches that begin whenever an hour or a day begins in the zone: most zones are whole hours from UTC. */
    public static Duration stretch(Span span, ZoneId zone) {
        var rules = zone.getRules();
        boolean wholeHours = isWholeHours(rules.getOffset(span.from()).getTotalSeconds());
        for (var change = rules.nextTransition(span.from());
                wholeHours && change != null && change.getInstant().isBefore(span.to());
                change = rules.nextTransition(change.getInstant())) {
            wholeHours = isWholeHours(change.getOffsetAfter().getTotalSeconds());
        }
        return wholeHours ? Duration.ofHours(1) : QUARTER;
    }

    private static boolean isWholeHours(int seconds) {
        return seconds % Duration.ofHours(1).toSeconds() == 0;
    }

    public static Map<LocalDate, Map<String, Long>> byDay(Collection<TimedFigure> figures, ZoneId zone) {
        return by(figures, zone, ZonedDateTime::toLocalDate);
    }

    /** The hour that clocks show twice when they are put back is one. */
    public static Map<WeekdayHour, Map<String, Long>> byWeekdayHour(Collection<TimedFigure> figures, ZoneId zone) {
        return by(figures, zone, time -> new WeekdayHour(time.getDayOfWeek().getValue(), time.getHour()));
    }

    private static <K> Map<K, Map<String, Long>> by(
            Collection<TimedFigure> figures, ZoneId zone, Function<ZonedDateTime, K> when) {
        Map<Instant, K> known = new HashMap<>();
        Map<K, Map<String, Long>> sums = new HashMap<>();
        for (var figure : figures) {
            K key = known.computeIfAbsent(figure.start(), start -> when.apply(start.atZone(zone)));
            sums.computeIfAbsent(key, none -> new HashMap<>()).merge(figure.key(), figure.amount(), Long::sum);
        }
        return sums;
    }
}
