package io.cloudpbx.extensions.web;

import io.cloudpbx.extensions.ExtensionChanged;
import io.cloudpbx.extensions.ExtensionView;
import io.cloudpbx.extensions.ExtensionViews;
import io.cloudpbx.problems.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets a request wait for news of its number, for a few seconds and no longer. */
@Component
class ProvisioningWait {
    private static final Set<String> UNDER_WAY = Set.of("searching", "buying", "checking");
    private static final Duration MOST = Duration.ofSeconds(5);
    /** News from another node does not wake us, so we also look ourselves. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(ProvisioningWait.class);

    private final ExtensionViews views;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    ProvisioningWait(ExtensionViews views) {
        this.views = views;
    }

    ExtensionView forNumber(UUID id) {
        long deadline = System.nanoTime() + MOST.toNanos();
        var view = views.find(id).orElseThrow();
        while (UNDER_WAY.contains(view.provisioning().state()) && System.nanoTime() < deadline) {
            awaitNews();
            view = views.find(id).orElseThrow();
        }
        return view;
    }

    /** Waits without holding a connection, which whoever brings the news may need. */
    private void awaitNews() {
        lock.lock();
        try {
            boolean told = news.awaitNanos(LOOK_EVERY.toNanos()) > 0;
            LOG.trace("Looking again, told: {}", told);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "stopping", "The server is being stopped; the number is still on its way.");
        } finally {
            lock.unlock();
        }
    }

    @TransactionalEventListener
    void on(ExtensionChanged change) {
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
