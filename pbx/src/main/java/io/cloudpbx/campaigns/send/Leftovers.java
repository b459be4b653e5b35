package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.jobs.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sees to what a node left behind when it died: claims are free again, and what it was sending is in doubt (R8). */
@Component
class Leftovers implements Recurring {
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private final OutcomeLedger rows;
    private final Clock clock;
    private final Writing<String> writing = new Writing<>(this::doubt, this::tell, (some, away) -> {});
    private final Set<String> told = ConcurrentHashMap.newKeySet();

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
        told.retainAll(left);
        if (!left.isEmpty()) {
            writing.write(left);
        }
    }

    private void doubt(List<String> left) {
        rows.unknown(left, "The system stopped while this was being sent.", clock.instant());
    }

    /** It is found again at every look, and told of once. */
    private void tell(String token, RuntimeException failure) {
        if (told.add(token)) {
            log.error(
                    "That attempt {} was left behind cannot be written down ({}).",
                    token,
                    failure.getClass().getSimpleName());
        }
    }
}
