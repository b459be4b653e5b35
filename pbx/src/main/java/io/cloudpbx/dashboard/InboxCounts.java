package io.cloudpbx.dashboard;

import io.cloudpbx.jobs.Loops;
import io.cloudpbx.messaging.ConversationViews;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells browsers how many conversations want something: counted once a second at most, however many texts come in. */
@Component
class InboxCounts {
    private static final Duration APART = Duration.ofSeconds(1);

    private final NewsDesk newsDesk;
    private final ConversationViews conversations;
    private final TransactionOperations transactions;
    private final Loops loops;
    private final Semaphore changes = new Semaphore(0);

    InboxCounts(NewsDesk newsDesk, ConversationViews conversations, TransactionOperations transactions, Loops loops) {
        this.newsDesk = newsDesk;
        this.conversations = conversations;
        this.transactions = transactions;
        this.loops = loops;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        loops.run("inbox-counts", this::follow);
    }

    void changed() {
        changes.release();
    }

    private void follow() {
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                transactions.executeWithoutResult(status -> newsDesk.tell("inbox.counts", conversations.counts()));
                // What changes meanwhile is counted together.
                LockSupport.parkNanos(APART.toNanos());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
