package io.cloudpbx.dashboard;

import io.cloudpbx.calls.CallViews;
import io.cloudpbx.calls.Seat;
import io.cloudpbx.calls.Switchboard;
import io.cloudpbx.calls.Switchboard.Board;
import io.cloudpbx.calls.Switchboard.Queue;
import io.cloudpbx.dashboard.DaySummary.CallTotals;
import io.cloudpbx.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a screen on the wall shows besides the calls themselves. */
@Service
public class Wallboard {
    private final Switchboard switchboard;
    private final Today today;
    private final CallViews calls;
    private final Settings settings;
    private final Clock clock;

    Wallboard(Switchboard switchboard, Today today, CallViews calls, Settings settings, Clock clock) {
        this.switchboard = switchboard;
        this.today = today;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param longestWaitSeconds the longest that somebody waited today for an answer, or in vain; null when nobody has */
    public record Shown(
            Instant at,
            CallTotals today,
            @Nullable Integer longestWaitSeconds,
            List<Queue> queues,
            List<Seat> people) {}

    public Shown now() {
        Instant now = clock.instant();
        ZoneId zone = settings.current().timeZone();
        LocalDate day = LocalDate.ofInstant(now, zone);
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
        Board board = switchboard.at(now);
        return new Shown(
                now,
                today.totals(midnight, next, zone),
                calls.longestWait(midnight, next),
                board.queues(),
                board.people());
    }
}
