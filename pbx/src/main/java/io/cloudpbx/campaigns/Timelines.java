package io.cloudpbx.campaigns;

import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpbx.campaigns.Timeline.Part;
import io.cloudpbx.campaigns.flow.Cut;
import io.cloudpbx.campaigns.store.TimelineRows;
import io.cloudpbx.campaigns.store.TimelineRows.Counted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Pictures of how campaigns come on: counts of rows, looked at as sparingly as their other figures. */
@Component
public class Timelines {
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
        // Texts stand where they left, so that nothing is drawn after the end.
        Instant ended = campaign.endedAt();
        Cut cut = Cut.of(began, ended == null ? clock.instant() : ended);
        return timeline(cut, rows.counted(id, cut.from(), cut.step()));
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
