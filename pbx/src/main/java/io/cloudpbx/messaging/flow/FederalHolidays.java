package io.cloudpbx.messaging.flow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The holidays of the United States (5 USC 6103). */
final class FederalHolidays {
    /** Reckoned once, since they are asked for with each text that is judged. The law is from 1968; nobody plans beyond this century. */
    private static final Map<Integer, Set<LocalDate>> CLOSED = IntStream.rangeClosed(1968, 2100)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(year -> year, FederalHolidays::closed));

    private FederalHolidays() {}

    /** Whether a day is one, or the working day on which one that falls on a weekend is observed. */
    static boolean isClosed(LocalDate day) {
        return CLOSED.getOrDefault(day.getYear(), Set.of()).contains(day);
    }

    private static Set<LocalDate> closed(int year) {
        // New Year's Day on a Saturday is observed in the year before.
        return Stream.of(year, year + 1)
                .flatMap(FederalHolidays::of)
                .flatMap(holiday -> Stream.of(holiday, observed(holiday)))
                .collect(Collectors.toSet());
    }

    private static Stream<LocalDate> of(int year) {
        return Stream.of(
                LocalDate.of(year, Month.JANUARY, 1),
                nth(3, DayOfWeek.MONDAY, year, Month.JANUARY),
                nth(3, DayOfWeek.MONDAY, year, Month.FEBRUARY),
                nth(-1, DayOfWeek.MONDAY, year, Month.MAY),
                LocalDate.of(year, Month.JUNE, 19),
                LocalDate.of(year, Month.JULY, 4),
                nth(1, DayOfWeek.MONDAY, year, Month.SEPTEMBER),
                nth(2, DayOfWeek.MONDAY, year, Month.OCTOBER),
                LocalDate.of(year, Month.NOVEMBER, 11),
                nth(4, DayOfWeek.THURSDAY, year, Month.NOVEMBER),
                LocalDate.of(year, Month.DECEMBER, 25));
    }

    /** @param ordinal counted from the end of the month when negative */
    private static LocalDate nth(int ordinal, DayOfWeek weekday, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }
}
