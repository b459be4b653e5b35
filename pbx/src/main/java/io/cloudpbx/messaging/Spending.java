package io.cloudpbx.messaging;

import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.messaging.flow.GateRules;
import io.cloudpbx.messaging.store.TextHistory;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What texts have cost on the business's present day, in millionths of a dollar (T5). */
@Component
class Spending {
    private final TextHistory history;
    private final List<SentElsewhere> elsewhere;

    Spending(TextHistory history, List<SentElsewhere> elsewhere) {
        this.history = history;
        this.elsewhere = elsewhere;
    }

    long today(GateRules rules, Instant now) {
        Instant midnight = now.atZone(rules.zone())
                .toLocalDate()
                .atStartOfDay(rules.zone())
                .toInstant();
        Sent sent = elsewhere.stream()
                .map(sender -> sender.sentSince(midnight))
                .reduce(history.sentSince(midnight), Sent::plus);
        return cost(sent, rules);
    }

    /** In millionths of a dollar. */
    static long cost(Sent sent, GateRules rules) {
        return sent.segments() * rules.prices().segment()
                + sent.withMedia() * rules.prices().mediaText();
    }
}
