package io.cloudpbx.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Begins background work when everything else has: a database that was away is migrated by then, and one that was restored has been
 * recognised, of which nothing must leave (R26). On the way down it is the first to take nothing new (R22).
 */
@Component
class Workers implements SmartLifecycle {
    private final Scheduler scheduler;
    private volatile boolean running;

    Workers(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Not yet: a server that listens may have to wait for its database. */
    @Override
    public void start() {}

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void work() {
        scheduler.start();
        running = true;
    }

    /** Waits some seconds for runs in progress; what is cut off is taken up again by the next start. */
    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
