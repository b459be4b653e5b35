package io.cloudpbx.messaging;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.messaging.store.MediaRows;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes what was attached to a text that nobody sent: without this every picture that is thought better of stays for good. */
@Component
class UnusedUploads implements Recurring {
    /** Whoever is still writing after that attaches it once more. */
    private static final Duration KEPT_FOR = Duration.ofDays(2);

    private static final int AT_ONCE = 200;

    private final MediaRows rows;
    private final Jobs jobs;
    private final TransactionOperations transactions;
    private final Clock clock;

    UnusedUploads(MediaRows rows, Jobs jobs, TransactionOperations transactions, Clock clock) {
        this.rows = rows;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messaging.forget-uploads";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        while (someForgotten()) {
            // Until there are none.
        }
    }

    private boolean someForgotten() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var keys = rows.removeUnused(clock.instant().minus(KEPT_FOR), AT_ONCE);
            keys.forEach(key -> jobs.soon(ForgetBlob.KIND, key));
            return !keys.isEmpty();
        }));
    }
}
