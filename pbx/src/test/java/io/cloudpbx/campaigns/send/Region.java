package io.cloudpbx.campaigns.send;

import io.cloudpbx.messaging.flow.TextKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where people live, and when they may be texted there. It is written down by hand, and not read from the tables that the program
 * goes by, as it judges what comes of those.
 */
enum Region {
    NEW_YORK("212", Law.from(8).until(21), "America/New_York"),
    FLORIDA("305", Law.from(8).until(20), "America/New_York"),
    PANHANDLE("850", Law.from(8).until(20), "America/Chicago", "America/New_York"),
    ALABAMA("205", Law.from(8).until(20).neverOnSundays(), "America/Chicago"),
    ILLINOIS("312", Law.from(9).until(21), "America/Chicago"),
    TEXAS("512", Law.from(9).until(21).onSundaysFrom(12), "America/Chicago"),
    COLORADO("303", Law.from(8).until(21), "America/Denver"),
    ARIZONA("928", Law.from(8).until(21), "America/Denver", "America/Phoenix"),
    CALIFORNIA("415", Law.from(9).until(21), "America/Los_Angeles"),
    ALASKA("907", Law.from(8).until(21), "America/Adak", "America/Anchorage");

    /** Labor Day: the only one that any world sees. */
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 9, 7));

    private static final LocalTime HOUSE_OPENS = LocalTime.of(10, 0);
    private static final LocalTime HOUSE_OPENS_ON_SUNDAYS = LocalTime.of(13, 30);
    private static final LocalTime HOUSE_CLOSES = LocalTime.of(20, 0);

    private final String areaCode;
    private final Law law;
    private final List<ZoneId> zones;

    Region(String areaCode, Law law, String... zones) {
        this.areaCode = areaCode;
        this.law = law;
        this.zones = Stream.of(zones).map(ZoneId::of).toList();
    }

    /** @param restsOnSundays and on holidays */
    private record Law(LocalTime opens, LocalTime closes, LocalTime sundays, boolean restsOnSundays) {
        static Law from(int hour) {
            return new Law(LocalTime.of(hour, 0), LocalTime.MAX, LocalTime.of(hour, 0), false);
        }

        Law until(int hour) {
            return new Law(opens, LocalTime.of(hour, 0), sundays, restsOnSundays);
        }

        Law onSundaysFrom(int hour) {
            return new Law(opens, closes, LocalTime.of(hour, 0), restsOnSundays);
        }

        Law neverOnSundays() {
            return new Law(opens, closes, sundays, true);
        }

        boolean allows(LocalDateTime local) {
            boolean rests = restsOnSundays && (isSunday(local) || isHoliday(local));
            return !rests && lies(local, isSunday(local) ? sundays : opens, closes);
        }
    }

    private static boolean isSunday(LocalDateTime local) {
        return local.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(LocalDateTime local) {
        return HOLIDAYS.contains(local.toLocalDate());
    }

    private static boolean lies(LocalDateTime local, LocalTime from, LocalTime until) {
        return !local.toLocalTime().isBefore(from) && local.toLocalTime().isBefore(until);
    }

    String prefix() {
        return "+1" + areaCode;
    }

    /** Whether it is allowed and decent, wherever in it they may be. */
    boolean lets(TextKind kind, Instant at) {
        return zones.stream().map(zone -> LocalDateTime.ofInstant(at, zone)).allMatch(local -> lets(kind, local));
    }

    private boolean lets(TextKind kind, LocalDateTime local) {
        boolean decent =
                !isHoliday(local) && lies(local, isSunday(local) ? HOUSE_OPENS_ON_SUNDAYS : HOUSE_OPENS, HOUSE_CLOSES);
        return law.allows(local) && (kind != TextKind.MARKETING || decent);
    }

    /** What a clock there may show, as a zone. */
    ZoneId zone() {
        return zones.getFirst();
    }
}
