package io.cloudpbx.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Begins background work when everything else stands; on the way down it is the first to take nothing new (R22). */
@Component
class Workers implements SmartLifecycle {
    private final Scheduler scheduler;
    private volatile boolean running;

    Workers(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
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
