package io.cloudpbx.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.store.FigureRows;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * How many deliveries of a campaign stand how. Where they are so many that counting takes time, the figures are looked at again
 * only after ten times that time, however many people watch: at most a tenth of a processor is spent on them.
 */
@Component
class Census {
    private static final int SHARE = 10;
    /** What is counted so quickly is counted each time. */
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final Function<UUID, Map<State, Long>> rows;
    private final Ticker ticker;
    private final Cache<UUID, Counted> known;

    @Autowired
    Census(FigureRows rows) {
        this(rows::counts, Ticker.systemTicker());
    }

    Census(Function<UUID, Map<State, Long>> rows, Ticker ticker) {
        this.rows = rows;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder()
                .maximumSize(1_000)
                .ticker(ticker)
                .expireAfter(Expiry.<UUID, Counted>writing((id, counted) -> counted.isGoodFor()))
                .build();
    }

    private record Counted(Map<State, Long> counts, Duration took) {
        Duration isGoodFor() {
            return took.compareTo(AT_ONCE) < 0 ? Duration.ZERO : took.multipliedBy(SHARE);
        }
    }

    Map<UUID, Map<State, Long>> of(Collection<UUID> campaignIds) {
        Map<UUID, Map<State, Long>> counts = new HashMap<>();
        campaignIds.forEach(id -> counts.put(id, known.get(id, this::count).counts()));
        return counts;
    }

    private Counted count(UUID id) {
        long began = ticker.read();
        return new Counted(rows.apply(id), Duration.ofNanos(ticker.read() - began));
    }

    /** What somebody has just done is to be seen at once. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CampaignChanged changed) {
        known.invalidate(changed.campaignId());
    }
}
