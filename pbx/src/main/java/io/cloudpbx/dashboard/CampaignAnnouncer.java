package io.cloudpbx.dashboard;

import io.cloudpbx.campaigns.CampaignChanged;
import io.cloudpbx.campaigns.CampaignDeleted;
import io.cloudpbx.campaigns.CampaignProgressed;
import io.cloudpbx.jobs.Loops;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/** Tells browsers that campaigns go on: at once what changes about one, and how far it is once a second at most. */
@Component
class CampaignAnnouncer {
    private static final Duration APART = Duration.ofSeconds(1);

    private final NewsDesk newsDesk;
    private final TransactionOperations transactions;
    private final Loops loops;
    private final Set<UUID> progressed = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);

    CampaignAnnouncer(NewsDesk newsDesk, TransactionOperations transactions, Loops loops) {
        this.newsDesk = newsDesk;
        this.transactions = transactions;
        this.loops = loops;
    }

    @EventListener
    void on(CampaignChanged changed) {
        newsDesk.tell("campaign.changed", Map.of("id", changed.campaignId()));
    }

    /** Said with the news, as whoever asked about it would be told that there is none. */
    @EventListener
    void on(CampaignDeleted deleted) {
        newsDesk.tell("campaign.changed", Map.of("id", deleted.campaignId(), "gone", true));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CampaignProgressed changed) {
        progressed.add(changed.campaignId());
        news.release();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        loops.run("campaign-news", this::follow);
    }

    private void follow() {
        try {
            while (true) {
                news.acquire();
                news.drainPermits();
                Set<UUID> told = Set.copyOf(progressed);
                progressed.removeAll(told);
                transactions.executeWithoutResult(
                        status -> newsDesk.tell(told.stream().map(CampaignAnnouncer::progress)));
                // What becomes of others meanwhile is told together.
                LockSupport.parkNanos(APART.toNanos());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static NewsDesk.Told progress(UUID campaignId) {
        return new NewsDesk.Told("campaign.progress", Map.of("id", campaignId));
    }
}
