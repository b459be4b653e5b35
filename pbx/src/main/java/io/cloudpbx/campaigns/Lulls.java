package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.CampaignView.Waits;
import io.cloudpbx.campaigns.flow.Lull;
import io.cloudpbx.campaigns.store.LullRows;
import io.cloudpbx.messaging.Whereabouts;
import java.time.Clock;
import java.time.Instant;
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

    @Nullable
    Waits of(Campaign campaign) {
        return campaign.state() == Campaign.State.RUNNING
                ? rows.next(campaign.id())
                        .flatMap(next -> lull(campaign, next))
                        .map(Lulls::shown)
                        .orElse(null)
                : null;
    }

    private Optional<Lull> lull(Campaign campaign, Lull.Next next) {
        Instant now = clock.instant();
        return Lull.of(now, next, rows.rest(campaign.senders()).map(now::plus).orElse(null));
    }

    private static Waits shown(Lull lull) {
        var first = lull.first();
        return new Waits(
                lull.until(),
                lull.because().name().toLowerCase(Locale.ROOT),
                first == null ? List.of() : Whereabouts.zones(first));
    }
}
