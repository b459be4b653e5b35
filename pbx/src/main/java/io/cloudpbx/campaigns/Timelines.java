package io.cloudpbx.campaigns;

import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpbx.campaigns.Timeline.Part;
import io.cloudpbx.campaigns.flow.Cut;
import io.cloudpbx.campaigns.store.TimelineRows;
import io.cloudpbx.campaigns.store.TimelineRows.Counted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Pictures of how campaigns come on: counts of rows, looked at as sparingly as their other figures. */
@Component
public class Timelines {
    /** Receipts still come when all has left. */
    private static final Duration RECEIPTS = Duration.ofMinutes(10);

    private final CampaignViews campaigns;
    private final TimelineRows rows;
    private final Clock clock;
    private final Sparingly<UUID, Timeline> known;

    Timelines(CampaignViews campaigns, TimelineRows rows, Clock clock) {
        this.campaigns = campaigns;
        this.rows = rows;
        this.clock = clock;
        this.known = new Sparingly<>(this::count, Ticker.systemTicker());
    }

    /**
     * Nothing while it has not begun.
     *
     * @throws io.cloudpbx.problems.Problem {@code campaign_not_found}
     */
    public Timeline of(UUID id) {
        campaigns.campaign(id);
        return known.get(id);
    }

    private Timeline count(UUID id) {
        Campaign campaign = campaigns.campaign(id);
        Instant began = campaign.startedAt();
        if (began == null) {
            return new Timeline(0, List.of());
        }
        Cut cut = Cut.of(began, until(campaign));
        return timeline(cut, rows.counted(id, cut.from(), cut.step()));
    }

    private Instant until(Campaign campaign) {
        Instant now = clock.instant();
        Instant ended = campaign.endedAt();
        return ended == null || ended.plus(RECEIPTS).isAfter(now) ? now : ended.plus(RECEIPTS);
    }

    static Timeline timeline(Cut cut, List<Counted> counted) {
        long[][] sums = new long[cut.parts()][3];
        for (Counted some : counted) {
            int of = switch (some.state()) {
                case DELIVERED -> 0;
                case FAILED -> 1;
                default -> 2;
            };
            sums[cut.partOf(some.at())][of] += some.count();
        }
        return new Timeline(
                cut.step().toSeconds(),
                IntStream.range(0, cut.parts())
                        .mapToObj(part -> new Part(cut.startOf(part), sums[part][0], sums[part][1], sums[part][2]))
                        .toList());
    }
}
