package io.cloudpbx.hooks;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has told what became of calls. The end of one that seems missed is told a little later: the message of a caller who hung up after the
 * tone, and that somebody outside talked with them, is heard of after the call's end, and nobody can be told that they were not missed
 * after all.
 */
@Component
class CallNews implements Job {
    static final String KIND = "hooks.seems-missed";

    private static final Duration UNTIL_CERTAIN = Duration.ofMinutes(1);
    private static final Set<EventType> OF_THE_END = Set.of(EventType.CALL_ENDED, EventType.CALL_MISSED);

    private final Sights sights;
    private final Wanted wanted;
    private final Telling telling;
    private final Jobs jobs;
    private final TransactionOperations transactions;
    private final Clock clock;

    CallNews(
            Sights sights, Wanted wanted, Telling telling, Jobs jobs, TransactionOperations transactions, Clock clock) {
        this.sights = sights;
        this.wanted = wanted;
        this.telling = telling;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    void changed(UUID call) {
        List<Happening> news = sights.call(call).toList();
        boolean uncertain = news.stream().anyMatch(this::isUncertain);
        news.stream()
                .filter(each -> wanted.any(each.type()))
                .filter(each -> !uncertain || !OF_THE_END.contains(each.type()))
                .forEach(telling::tell);
        if (uncertain && wanted.any(EventType.CALL_ENDED, EventType.CALL_MISSED)) {
            jobs.schedule(KIND, call.toString(), clock.instant().plus(UNTIL_CERTAIN));
        }
    }

    private boolean isUncertain(Happening news) {
        return news.type() == EventType.CALL_MISSED
                && clock.instant().isBefore(news.at().plus(UNTIL_CERTAIN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        transactions.executeWithoutResult(
                status -> sights.call(UUID.fromString(key)).forEach(telling::tell));
        return new Outcome.Done();
    }
}
