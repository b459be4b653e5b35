package io.cloudpbx.analytics;

import io.cloudpbx.analytics.flow.Period;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.settings.Settings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which days somebody asks about. */
@Component
public class Periods {
    private static final Map<String, Integer> DAYS = Map.of("7d", 7, "30d", 30, "90d", 90);
    /** Three years and a day: enough to compare, and an end to what one request can ask for. */
    private static final long LONGEST = 3 * 366L;

    private final Settings settings;
    private final Clock clock;

    Periods(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param from the first day, as {@code 2026-11-01}. @param to the last one; today when it is missing */
    public record Wanted(
            @Nullable String period,
            @Nullable String from,
            @Nullable String to) {}

    /** @throws Problem {@code invalid_fields}, when there are no such days */
    public Period of(Wanted wanted) {
        ZoneId zone = settings.current().timeZone();
        if (wanted.from() == null && wanted.to() == null) {
            return Period.upToToday(days(Optional.ofNullable(wanted.period()).orElse("7d")), zone, clock.instant());
        }
        if (wanted.period() != null) {
            throw Problem.invalid("period", "two_periods", "cannot stand beside from and to");
        }
        return between(day("from", wanted.from(), zone), day("to", wanted.to(), zone), zone);
    }

    private static int days(String period) {
        return Optional.ofNullable(DAYS.get(period))
                .orElseThrow(() -> Problem.invalid("period", "unknown_period", "must be 7d, 30d or 90d"));
    }

    private LocalDate day(String field, @Nullable String text, ZoneId zone) {
        if (text == null && field.equals("to")) {
            return LocalDate.ofInstant(clock.instant(), zone);
        }
        try {
            return LocalDate.parse(Optional.ofNullable(text).orElse(""));
        } catch (DateTimeException noDay) {
            throw Problem.invalid(field, "no_such_day", "must be a day such as 2026-11-30");
        }
    }

    private Period between(LocalDate from, LocalDate to, ZoneId zone) {
        var period = new Period(from, to, zone, clock.instant());
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "ends_before_it_begins", "must not be before from");
        }
        if (period.length() > LONGEST) {
            throw Problem.invalid("from", "too_long", "must not be more than three years before to");
        }
        if (period.daysBegun().isEmpty()) {
            throw Problem.invalid("from", "still_to_come", "must not be after today");
        }
        return period;
    }
}
