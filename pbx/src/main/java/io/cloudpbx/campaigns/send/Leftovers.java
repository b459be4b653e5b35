package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.jobs.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sees to what a node left behind when it died: claims are free again, and what it was sending is in doubt (R8). */
@Component
class Leftovers implements Recurring {
    private final OutcomeLedger rows;
    private final Clock clock;

    Leftovers(OutcomeLedger rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaigns.leftovers";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        rows.freeClaims(clock.instant());
        rows.cancelLate(clock.instant());
        List<String> left = rows.leftSending();
        if (!left.isEmpty()) {
            rows.unknown(left, "The system stopped while this was being sent.", clock.instant());
        }
    }
}
