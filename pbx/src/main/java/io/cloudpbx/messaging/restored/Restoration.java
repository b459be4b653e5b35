package io.cloudpbx.messaging.restored;

import io.cloudpbx.messaging.store.RecoveryRows;
import io.cloudpbx.messaging.store.RecoveryRows.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Looks at each start, before anything works, whether the database is another than the one it was last time, or is said to be restored. */
@Component
@EnableConfigurationProperties(RecoverySettings.class)
class Restoration implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final RecoveryRows rows;
    private final TransactionOperations transactions;
    private final Path mark;
    private volatile boolean looked;
    private volatile boolean running;

    Restoration(RecoveryRows rows, TransactionOperations transactions, RecoverySettings settings) {
        this.rows = rows;
        this.transactions = transactions;
        this.mark = settings.mark();
    }

    /** Long before those that work. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        try {
            look();
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("The database is away at the start, and looked at when it is back", away);
        }
    }

    /** Whose start has waited for the database has not looked yet. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    void lookAfterAll() {
        if (!looked) {
            look();
        }
    }

    private void look() {
        String here = rows.place();
        boolean told = Files.exists(mark);
        transactions.executeWithoutResult(status -> compare(here, told));
        looked = true;
        if (told) {
            forgetMark();
        }
    }

    private void compare(String here, boolean told) {
        Home home = rows.home();
        String before = home.place();
        boolean elsewhere = before != null && !before.equals(here);
        if (elsewhere || told) {
            rows.begin(home.seenAt());
            LOG.warn(
                    "This database was restored from a backup of {}. Nothing is sent until somebody resumes it in the dashboard.",
                    home.seenAt());
        }
        rows.isAt(here);
    }

    private void forgetMark() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException stays) {
            throw new UncheckedIOException("The file " + mark + " can't be deleted", stays);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
