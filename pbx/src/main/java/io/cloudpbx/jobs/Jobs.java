package io.cloudpbx.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks for work to be done. Within a transaction the asking is part of it: it holds only if that commits. */
@Component
public final class Jobs {
    private final JobRows rows;
    private final Clock clock;
    /** Looked up late: the scheduler knows the jobs, and jobs may ask for further jobs. */
    private final ObjectProvider<Scheduler> scheduler;

    Jobs(JobRows rows, Clock clock, ObjectProvider<Scheduler> scheduler) {
        this.rows = rows;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /**
     * Has a job run at an instant or soon after. There is one pending run per kind and key: asked for again, it is moved
     * if the new instant is earlier. A job that runs at this moment will run once more.
     */
    public void schedule(String kind, String key, Instant at) {
        rows.ask(kind, key, at);
        if (!at.isAfter(clock.instant())) {
            afterCommit(() -> scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions));
        }
    }

    /** Has a job run as soon as the present transaction is committed. */
    public void soon(String kind, String key) {
        schedule(kind, key, clock.instant());
    }

    /** Takes a pending run back. A run that has begun goes on to its end. */
    public void cancel(String kind, String key) {
        rows.cancel(kind, key);
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
