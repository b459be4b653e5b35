package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.store.DeliveryRows.Leaving;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.messaging.BulkCarrier;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.messaging.Handed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Hands each text over at its time, all of them beside each other. What was written down is asked for once, or never (R8). */
@Component
class Handover implements DisposableBean {
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

    private final BulkCarrier carrier;
    private final OptOuts optOuts;
    private final Outcomes outcomes;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    Handover(BulkCarrier carrier, OptOuts optOuts, Outcomes outcomes) {
        this.carrier = carrier;
        this.optOuts = optOuts;
        this.outcomes = outcomes;
    }

    /** @param slot when it may leave, on the clock that never jumps, in nanoseconds */
    void hand(Leaving leaving, BulkText text, @Nullable Instant until, long slot) {
        requests.execute(() -> {
            for (long left = slot - System.nanoTime(); left > 0; left = slot - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            ask(leaving, text, until, slot);
        });
    }

    private void ask(Leaving leaving, BulkText text, @Nullable Instant until, long slot) {
        // Whoever has said STOP in this very second gets nothing either (C3).
        if (optOuts.of(text.to()).isPresent()) {
            outcomes.optedOut(leaving.token());
            return;
        }
        Handed handed = carrier.hand(text, "/sms/campaigns/" + leaving.token(), until, slot);
        outcomes.add(leaving, Aftermath.of(handed, leaving.delivery().attempts() + 1));
    }

    /** What is being asked is asked to its end; what has not been asked yet is found by its lease (R22). */
    @Override
    public void destroy() throws InterruptedException {
        requests.shutdown();
        if (!requests.awaitTermination(LAST_REQUESTS.toSeconds(), TimeUnit.SECONDS)) {
            requests.shutdownNow();
        }
    }
}
