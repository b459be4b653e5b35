package io.cloudpbx.dialing;

import io.cloudpbx.dialing.flow.DialRules.Ceiling;
import io.cloudpbx.dialing.store.CeilingRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Ceilings of the company that were reached and hold still, for whoever runs it. */
@Service
public class ReachedCeilings {
    private static final Duration HOUR = Duration.ofHours(1);

    private final CeilingRows rows;

    ReachedCeilings(CeilingRows rows) {
        this.rows = rows;
    }

    /** @param midnight when the company's day began */
    public List<ReachedCeiling> holding(Instant midnight, Instant now) {
        return rows.all().stream()
                .filter(reached -> reached.ceiling() == Ceiling.CALLS_PER_HOUR
                        ? reached.at().plus(HOUR).isAfter(now)
                        : !reached.at().isBefore(midnight))
                .toList();
    }
}
