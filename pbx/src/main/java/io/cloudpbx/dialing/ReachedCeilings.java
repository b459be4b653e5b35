package io.cloudpbx.dialing;

import io.cloudpbx.dialing.flow.DialRules.Ceiling;
import io.cloudpbx.dialing.store.CeilingRows;
import io.cloudpbx.dialing.store.DialRulesRow;
import io.cloudpbx.dialing.store.DialedCallRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Ceilings of the company that were reached, for whoever runs it. */
@Service
public class ReachedCeilings {
    private static final Duration HOUR = Duration.ofHours(1);

    private final CeilingRows rows;
    private final DialRulesRow choices;
    private final DialedCallRows calls;

    ReachedCeilings(CeilingRows rows, DialRulesRow choices, DialedCallRows calls) {
        this.rows = rows;
        this.choices = choices;
        this.calls = calls;
    }

    /** @param sentence what it does, or did, for people */
    public record Told(ReachedCeiling reached, String sentence) {}

    /**
     * Those of today, and of the last hour. Calls of an hour ago count no more, and what a live one might have cost is known when it is over, so that one may hold
     * nobody any more; that it did is worth knowing all the same.
     *
     * @param midnight when the company's day began
     */
    public List<Told> lately(Instant midnight, Instant now) {
        var reached = rows.since(midnight.isBefore(now.minus(HOUR)) ? midnight : now.minus(HOUR)).stream()
                .filter(each ->
                        each.ceiling() == Ceiling.CALLS_PER_HOUR || !each.at().isBefore(midnight))
                .toList();
        if (reached.isEmpty()) {
            return List.of();
        }
        var rules = choices.read().rules();
        var used = calls.allUsed(midnight, now);
        return reached.stream()
                .map(each -> new Told(each, rules.holds(each.ceiling(), used) ? each.sentence() : each.past()))
                .toList();
    }
}
