package io.cloudpbx.analytics.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Whole days of a company, as far as they have passed.
 *
 * @param first the first day
 * @param last the last day, which is in it
 * @param zone whose midnights part the days
 * @param now when it is looked at
 */
public record Period(LocalDate first, LocalDate last, ZoneId zone, Instant now) {

    /** So many days up to today, which is one of them. */
    public static Period upToToday(int days, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Period(today.minusDays(days - 1L), today, zone, now);
    }

    /** What has passed of it. */
    public Span span() {
        Instant start = midnight(first);
        Instant end = midnight(last.plusDays(1));
        return new Span(start, isUnfinished() ? max(start, now) : end);
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether a part of it is still to come. */
    public boolean isUnfinished() {
        return now.isBefore(midnight(last.plusDays(1)));
    }

    public long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /**
     * As many days right before it. Of an unfinished period no more than has passed is compared: up to the same time of the day, so many days
     * ago.
     */
    public Period before() {
        Instant then = isUnfinished() ? now.atZone(zone).minusDays(length()).toInstant() : midnight(first);
        return new Period(first.minusDays(length()), first.minusDays(1), zone, then);
    }

    /** Today is one of them, days to come are not. */
    public List<LocalDate> daysBegun() {
        return first.datesUntil(last.plusDays(1))
                .takeWhile(day -> !midnight(day).isAfter(now))
                .toList();
    }

    /** 24 but on days on which clocks are put forward or back. */
    public long hoursOf(LocalDate day) {
        return Duration.between(midnight(day), midnight(day.plusDays(1))).toHours();
    }

    /** Whether a day has begun and is not over. */
    public boolean isUnfinished(LocalDate day) {
        return now.isBefore(midnight(day.plusDays(1)));
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
