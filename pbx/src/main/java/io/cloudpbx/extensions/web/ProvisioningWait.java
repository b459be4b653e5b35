package io.cloudpbx.extensions.web;

import io.cloudpbx.extensions.ExtensionChanged;
import io.cloudpbx.extensions.ExtensionView;
import io.cloudpbx.extensions.ExtensionViews;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets a request wait for news of its number, for a few seconds and no longer. */
@Component
class ProvisioningWait {
    private static final Set<String> UNDER_WAY = Set.of("searching", "buying", "checking");
    private static final Duration MOST = Duration.ofSeconds(5);
    /** News from another node does not wake us, so we also look ourselves. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final ExtensionViews views;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    ProvisioningWait(ExtensionViews views) {
        this.views = views;
    }

    ExtensionView forNumber(UUID id) {
        long deadline = System.nanoTime() + MOST.toNanos();
        lock.lock();
        try {
            var view = views.find(id).orElseThrow();
            while (UNDER_WAY.contains(view.provisioning().state()) && System.nanoTime() < deadline) {
                news.awaitNanos(LOOK_EVERY.toNanos());
                view = views.find(id).orElseThrow();
            }
            return view;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return views.find(id).orElseThrow();
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
