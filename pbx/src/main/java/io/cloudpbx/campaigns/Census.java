package io.cloudpbx.campaigns;

import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.store.FigureRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many deliveries of a campaign stand how, counted {@link Sparingly} where they are so many that it takes time. */
@Component
class Census {
    private final Function<UUID, Map<State, Long>> rows;
    private final Sparingly<UUID, Map<State, Long>> known;

    @Autowired
    Census(FigureRows rows) {
        this(rows::counts, Ticker.systemTicker());
    }

    Census(Function<UUID, Map<State, Long>> rows, Ticker ticker) {
        this.rows = rows;
        this.known = new Sparingly<>(rows, ticker);
    }

    /** Counted at this moment, in the caller's transaction. */
    Map<State, Long> now(UUID campaignId) {
        return rows.apply(campaignId);
    }

    Map<UUID, Map<State, Long>> of(Collection<UUID> campaignIds) {
        Map<UUID, Map<State, Long>> counts = new HashMap<>();
        campaignIds.forEach(id -> counts.put(id, known.get(id)));
        return counts;
    }

    /** What somebody has just done is to be seen at once. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CampaignChanged changed) {
        known.forget(changed.campaignId());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CampaignDeleted deleted) {
        known.forget(deleted.campaignId());
    }
}
