package io.cloudpbx.campaigns.send;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;

/** When a world begins: mostly on an afternoon in the middle of a week, and now and then shortly before somebody's hours are over. */
final class Beginning {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 9, 16);

    /** An evening, the nights before clocks are put forward and back, and before a Sunday and a holiday that follows it. */
    private static final List<LocalDate> EVES = List.of(
            WEDNESDAY,
            LocalDate.of(2026, 3, 7),
            LocalDate.of(2026, 10, 31),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 9, 5));

    /** All windows end at one of these. */
    private static final List<LocalTime> CLOSING = List.of(LocalTime.of(20, 0), LocalTime.of(21, 0));

    private static final Duration MINUTES_BEFORE = Duration.ofMinutes(10);

    private Beginning() {}

    static Instant of(SplittableRandom chance) {
        if (chance.nextInt(4) > 0) {
            return Instant.parse("2026-09-16T18:00:00Z").plusSeconds(chance.nextInt(7200));
        }
        LocalDate eve = EVES.get(chance.nextInt(EVES.size()));
        LocalTime closing = CLOSING.get(chance.nextInt(CLOSING.size()));
        Region region = Region.values()[chance.nextInt(Region.values().length)];
        return eve.atTime(closing).atZone(region.zone()).toInstant().minusSeconds(chance.nextInt((int)
                MINUTES_BEFORE.toSeconds()));
    }
}
