package io.cloudpbx.messaging.flow;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When one jurisdiction lets texts reach people, by their own clocks (C13).
 *
 * @param code ISO 3166 ({@code US}, {@code US-FL}), or {@code house} for what the product itself thinks decent
 * @param name for sentences, such as Florida
 * @param windows by weekday, earliest first; a day without an entry is closed
 * @param closedOnHolidays whether federal holidays, and the days on which they are observed, are closed
 * @param cap most texts of campaigns in 24 hours; null for no cap of its own
 * @param source where the rule is written
 * @param effectiveFrom first local day on which it binds; null for always
 * @param effectiveTo last local day on which it binds; null for as long as one knows
 */
public record LocalHours(
        String code,
        String name,
        Map<DayOfWeek, List<Window>> windows,
        boolean closedOnHolidays,
        @Nullable Integer cap,
        String source,
        LocalDate checkedOn,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {
    /** Nothing in the table is closed for longer at a stretch. */
    private static final int FURTHEST_DAYS = 14;

    /** From its first minute until just before its last. */
    public record Window(LocalTime from, LocalTime until) {
        public Window {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("A window opens before it closes: " + from + "-" + until);
            }
        }

        boolean has(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    public LocalHours {
        windows = Map.copyOf(windows);
    }

    boolean isOpen(Instant at, ZoneId zone) {
        return !binds(at.atZone(zone).toLocalDate()) || windowAt(at, zone).isPresent();
    }

    /** The first open instant not before another; empty when there is none for two weeks. */
    Optional<Instant> opens(Instant from, ZoneId zone) {
        if (isOpen(from, zone)) {
            return Optional.of(from);
        }
        LocalDate today = from.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(FURTHEST_DAYS))
                .flatMap(day -> openings(day).stream().map(time -> ZonedDateTime.of(day, time, zone)))
                .map(ZonedDateTime::toInstant)
                .filter(opening -> opening.isAfter(from) && isOpen(opening, zone))
                .findFirst();
    }

    /** When the window that is open at an instant closes; empty when none is open or none binds. */
    Optional<Instant> closes(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return binds(day)
                ? windowAt(at, zone)
                        .map(window ->
                                ZonedDateTime.of(day, window.until(), zone).toInstant())
                : Optional.empty();
    }

    private Optional<Window> windowAt(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return on(local.toLocalDate()).stream()
                .filter(window -> window.has(local.toLocalTime()))
                .findFirst();
    }

    /** Where a day does not bind at all, its first minute opens it. */
    private List<LocalTime> openings(LocalDate day) {
        return binds(day) ? on(day).stream().map(Window::from).toList() : List.of(LocalTime.MIN);
    }

    /** The windows of a day on which the rule binds. */
    List<Window> on(LocalDate day) {
        return closedOnHolidays && FederalHolidays.isClosed(day)
                ? List.of()
                : windows.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private boolean binds(LocalDate day) {
        return (effectiveFrom == null || !day.isBefore(effectiveFrom))
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
