package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.CampaignView.Waits;
import io.cloudpbx.campaigns.flow.Lull;
import io.cloudpbx.campaigns.flow.NumberRest;
import io.cloudpbx.campaigns.store.LullRows;
import io.cloudpbx.messaging.Whereabouts;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For what running campaigns of which nothing can leave now wait, and until when. */
@Component
class Lulls {
    private final LullRows rows;
    private final Clock clock;

    Lulls(LullRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @param resting those of its numbers that rest */
    @Nullable
    Waits of(Campaign campaign, List<NumberRest> resting) {
        return campaign.state() == Campaign.State.RUNNING
                ? rows.next(campaign.id())
                        .flatMap(next -> lull(next, firstFree(campaign, resting)))
                        .map(Lulls::shown)
                        .orElse(null)
                : null;
    }

    private Optional<Lull> lull(Lull.Next next, @Nullable NumberRest rest) {
        return Lull.of(clock.instant(), next, rest);
    }

    private static @Nullable NumberRest firstFree(Campaign campaign, List<NumberRest> resting) {
        return resting.size() < campaign.senders().size()
                ? null
                : resting.stream().min(Comparator.comparing(NumberRest::until)).orElse(null);
    }

    private static Waits shown(Lull lull) {
        var first = lull.first();
        return new Waits(
                lull.until(),
                lull.because().name().toLowerCase(Locale.ROOT),
                first == null ? List.of() : Whereabouts.zones(first));
    }
}
