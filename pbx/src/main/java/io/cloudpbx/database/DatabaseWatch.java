package io.cloudpbx.database;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows whether the database answers. Whoever cannot wait asks through it: work that takes too long is given up, and while the database
 * is away nobody waits for it at all.
 *
 * <pre>
 *   there ── the connection fails, or a question takes too long and the next one, which asks nothing, gets no answer ──▶ away
 *   away ── it answers, and what happened meanwhile is written ──▶ there
 * </pre>
 */
@Component
public final class DatabaseWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final int ANSWER_SECONDS = 2;

    private final DataSource source;
    private final TransactionTemplate transactions;
    private final ObjectProvider<AfterAbsence> after;
    private final Clock clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("database-", 0).factory());
    private final Thread watching =
            Thread.ofPlatform().daemon().name("database-watch").unstarted(this::keepLooking);
    private final AtomicBoolean doubted = new AtomicBoolean();
    private volatile @Nullable Instant awaySince;

    DatabaseWatch(
            DataSource source,
            PlatformTransactionManager transactions,
            ObjectProvider<AfterAbsence> after,
            Clock clock) {
        this.source = source;
        this.transactions = new TransactionTemplate(transactions);
        this.after = after;
        this.clock = clock;
        if (!answers()) {
            noteAbsence(new DatabaseAway("The database could not be reached at the start"));
        }
    }

    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    /**
     * The same as {@link #within}, in one transaction: either it is done in time, or it is not done.
     *
     * @throws DatabaseAway as there
     */
    public <T> T decided(Duration patience, Supplier<T> work) {
        return within(patience, () -> Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    /**
     * Does work that asks the database, on a thread of its own.
     *
     * @throws DatabaseAway when it is known to be away, fails for want of it, or is not done in time; work that was given up is
     *     interrupted, which closes the connection that it waits for
     */
    public <T> T within(Duration patience, Supplier<T> work) {
        try {
            return tried(patience, work);
        } catch (DatabaseAway away) {
            consider(away);
            throw away;
        }
    }

    /** The same for work that nobody waits for in a call: that it fails says nothing about calls. */
    public <T> T tried(Duration patience, Supplier<T> work) {
        if (awaySince != null) {
            throw new DatabaseAway("The database is away");
        }
        return inTime(patience, work);
    }

    /**
     * The same for work without which nothing else can be said: it is tried whatever is known. On the way back the database answers before
     * all is written that happened meanwhile, and until then counts as away.
     */
    public <T> T inTime(Duration patience, Supplier<T> work) {
        Future<T> doing = threads.submit(work::get);
        try {
            return doing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            doing.cancel(true);
            throw new DatabaseAway("The database did not answer in " + patience.toMillis() + " ms", late);
        } catch (InterruptedException stopping) {
            doing.cancel(true);
            Thread.currentThread().interrupt();
            throw new DatabaseAway("The program is being stopped", stopping);
        } catch (ExecutionException failed) {
            throw failure(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    /** One call's own trouble is no absence for all the others: its transaction may only have met another, or been slow. */
    private void consider(DatabaseAway away) {
        Throwable cause = away.getCause();
        if (isOfConnection(cause)) {
            noteAbsence(away);
        } else if (cause != null && !isOfOneCall(cause)) {
            doubt(away);
        }
    }

    private static boolean isOfConnection(@Nullable Throwable cause) {
        return cause instanceof CannotCreateTransactionException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof DataAccessResourceFailureException;
    }

    private static boolean isOfOneCall(Throwable cause) {
        return cause instanceof ConcurrencyFailureException
                || cause instanceof UnexpectedRollbackException
                || cause instanceof InterruptedException;
    }

    /** Looks once; on a thread of its own, as whoever asks has waited long enough. */
    private void doubt(DatabaseAway away) {
        if (!threads.isShutdown() && doubted.compareAndSet(false, true)) {
            Thread.ofVirtual().name("database-doubt").start(() -> {
                try {
                    if (!answers() && !threads.isShutdown()) {
                        noteAbsence(away);
                    }
                } finally {
                    doubted.set(false);
                }
            });
        }
    }

    private void noteAbsence(DatabaseAway away) {
        if (awaySince == null && !Thread.currentThread().isInterrupted()) {
            awaySince = clock.instant();
            LOG.warn("Calls are led by what is known by heart: {}", String.valueOf(away.getMessage()));
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (isAbsence(cause)) {
            return new DatabaseAway("The database failed: " + cause.getMessage(), cause);
        }
        if (cause instanceof RuntimeException ours) {
            return ours;
        }
        throw (Error) cause;
    }

    /** Whether the same may go well another time. What is wrong with a statement of ours is no absence. */
    public static boolean isAbsence(Throwable failure) {
        return failure instanceof TransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof UncategorizedDataAccessException;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        watching.start();
    }

    private void keepLooking() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
                if (awaySince != null || after.stream().anyMatch(AfterAbsence::hasSomething)) {
                    look();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is not done in this time goes on at the next look. */
    private void look() throws InterruptedException {
        Future<?> looking = threads.submit(this::catchUpIfThere);
        try {
            looking.get(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            looking.cancel(true);
        } catch (ExecutionException failed) {
            LOG.warn("What happened without the database is not written yet", failed.getCause());
        }
    }

    private void catchUpIfThere() {
        if (answers()) {
            after.forEach(each -> each.catchUp(this::back));
            back();
        }
    }

    boolean answers() {
        try (var connection = source.getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void back() {
        if (awaySince != null) {
            LOG.info("The database is back after {}", Duration.between(awaySince, clock.instant()));
            awaySince = null;
        }
    }

    @Override
    public void destroy() {
        watching.interrupt();
        threads.shutdownNow();
    }
}
