package io.cloudpbx.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
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

    LateStart(DatabaseWatch database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void awaitDatabase() throws InterruptedException {
        if (database.awaySince().isEmpty()) {
            return;
        }
        LOG.warn(
                "The database cannot be reached; the start goes on when it can. Calls are led by what is known by heart");
        while (!database.answers()) {
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
        migrations.apply();
    }
}
