package io.cloudpbx.messaging.restored;

import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.messaging.store.RecoveryRows;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Writes down that the database is in use, so that a backup tells when it was made. */
@Component
class StillHere implements Recurring {
    private final RecoveryRows rows;

    StillHere(RecoveryRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "messaging.still-here";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        rows.seen();
    }
}
