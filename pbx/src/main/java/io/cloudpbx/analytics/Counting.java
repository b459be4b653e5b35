package io.cloudpbx.analytics;

import io.cloudpbx.analytics.store.TallyRows;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.jobs.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Counts days of UTC that are over, and those again of which something changed later. */
@Component
class Counting implements Recurring {
    /** By then every transaction has ended that wrote on that day, also by a clock that is a little behind. */
    static final Duration REST = Duration.ofHours(1);

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final List<FigureSource> sources;
    private final TallyRows rows;
    private final TransactionOperations transactions;
    private final Clock clock;

    Counting(List<FigureSource> sources, TallyRows rows, TransactionOperations transactions, Clock clock) {
        this.sources = sources;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "analytics.count-days";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run() {
        LocalDate last =
                LocalDate.ofInstant(clock.instant().minus(REST), ZoneOffset.UTC).minusDays(1);
        sources.forEach(source -> rows.marked(source.subject(), last).forEach(day -> count(source, day)));
        sources.forEach(source -> source.first().ifPresent(first -> countMissing(source, first, last)));
    }

    private void countMissing(FigureSource source, Instant first, LocalDate last) {
        for (var day : rows.uncounted(source.subject(), LocalDate.ofInstant(first, ZoneOffset.UTC), last)) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            count(source, day);
        }
    }

    private void count(FigureSource source, LocalDate day) {
        transactions.executeWithoutResult(status -> countHere(source, day));
    }

    /**
     * Marks are taken first: a change whose mark is seen here is seen by the counting after it, and one that is not leaves its mark for the
     * next time.
     */
    private void countHere(FigureSource source, LocalDate day) {
        var from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        var to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        rows.hold(source.subject(), day);
        rows.unmark(source.subject(), day);
        rows.replace(source.subject(), day, source.totals(from, to), source.byQuarter(from, to));
        rows.counted(source.subject(), day, clock.instant());
    }
}
