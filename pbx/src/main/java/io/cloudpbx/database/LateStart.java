package io.cloudpbx.database;

import io.cloudpbx.startup.CannotStart;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets a start wait for a database that is away. The server listens by then, so calls are led; nothing else has begun. */
@Component
class LateStart {
    private static final Logger LOG = LoggerFactory.getLogger(LateStart.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final DatabaseWatch database;
    private final Migrations migrations;
    private volatile boolean stopped;

    LateStart(DatabaseWatch database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    /** Right after the watch for who started the program: this may take long. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    void awaitDatabase() throws InterruptedException {
        if (database.awaySince().isEmpty()) {
            return;
        }
        LOG.warn(
                "The database cannot be reached; the start goes on when it can. Calls are led by what is known by heart");
        while (!database.answers()) {
            if (stopped) {
                throw new CannotStart("CloudPBX was stopped while it waited for its database.");
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
        migrations.apply();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
    }
}
