package io.cloudpbx.dashboard;

import io.cloudpbx.contacts.OptOutChanged;
import io.cloudpbx.jobs.Loops;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells browsers that somebody opted out or came back, whichever way, once a second at most; whoever looks at opt-outs asks again. Apart
 * from the opt-out itself, which must not be lost when no news can be written.
 */
@Component
class OptOutAnnouncer {
    private static final Duration APART = Duration.ofSeconds(1);

    private final NewsDesk newsDesk;
    private final TransactionOperations transactions;
    private final Loops loops;
    private final Semaphore changes = new Semaphore(0);

    OptOutAnnouncer(NewsDesk newsDesk, TransactionOperations transactions, Loops loops) {
        this.newsDesk = newsDesk;
        this.transactions = transactions;
        this.loops = loops;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(OptOutChanged changed) {
        changes.release();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        loops.run("opt-out-news", this::follow);
    }

    private void follow() {
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                tell();
                LockSupport.parkNanos(APART.toNanos());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be told now, as while the database is away, is told later. */
    private void tell() {
        try {
            transactions.executeWithoutResult(status -> newsDesk.tell("changed", Map.of("path", "/api/opt-outs")));
        } catch (RuntimeException untold) {
            changes.release();
            throw untold;
        }
    }
}
