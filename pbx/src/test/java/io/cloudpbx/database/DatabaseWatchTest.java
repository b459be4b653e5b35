package io.cloudpbx.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;

class DatabaseWatchTest {
    /** For what is done at once, on any machine. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private static final Duration SHORT = Duration.ofMillis(300);

    private final Switchable source = new Switchable(TestDatabase.fresh().dataSource());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final List<String> written = new ArrayList<>();
    private final AfterAbsence meanwhile = new AfterAbsence() {
        @Override
        public boolean hasSomething() {
            return false;
        }

        @Override
        public void catchUp(Runnable rightThen) {
            written.add("what happened");
            rightThen.run();
        }
    };
    private final DatabaseWatch watch = new DatabaseWatch(
            source,
            new JdbcTransactionManager(source),
            new StaticListableBeanFactory(Map.of("meanwhile", meanwhile)).getBeanProvider(AfterAbsence.class),
            Clock.systemUTC());

    /** A database that can be switched off. */
    private static final class Switchable extends DelegatingDataSource {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean off;

        Switchable(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            if (off) {
                throw new SQLException("switched off");
            }
            return super.getConnection();
        }
    }

    @AfterEach
    void end() {
        watch.destroy();
    }

    private int one() {
        return jdbc.sql("select 1").query(Integer.class).single();
    }

    @Test
    void what_is_asked_in_time_is_answered_and_what_is_wrong_with_the_question_is_told() {
        assertThat(watch.within(LONG, this::one)).isEqualTo(1);
        assertThatThrownBy(() -> watch.decided(LONG, () -> {
                    throw new DuplicateKeyException("twice");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(watch.awaySince()).isEmpty();
    }

    @Test
    void a_database_that_is_gone_is_asked_again_when_it_is_back_and_what_happened_meanwhile_is_written() {
        source.off = true;
        assertThatThrownBy(() -> watch.within(LONG, this::one)).isInstanceOf(DatabaseAway.class);
        assertThat(watch.awaySince()).isPresent();
        source.off = false;
        assertThatThrownBy(() -> watch.within(LONG, this::one))
                .as("until somebody has looked")
                .isInstanceOf(DatabaseAway.class);
        assertThat(written).isEmpty();

        watch.begin();

        await().until(() -> watch.awaySince().isEmpty());
        assertThat(written).isNotEmpty();
        assertThat(watch.within(LONG, this::one)).isEqualTo(1);
    }

    @Test
    void what_is_given_up_is_not_done() {
        jdbc.sql("create table done (what text)").update();
        var never = new CountDownLatch(1);

        assertThatThrownBy(() -> watch.decided(SHORT, () -> {
                    jdbc.sql("insert into done values ('too late')").update();
                    return wait(never);
                }))
                .isInstanceOf(DatabaseAway.class);

        await().until(() -> jdbc.sql("select count(*) from pg_stat_activity where state like 'idle in transaction%'"
                                + " and datname = current_database()")
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(jdbc.sql("select count(*) from done").query(Integer.class).single())
                .isZero();
    }

    private static List<RuntimeException> troublesOfOneCall() {
        return List.of(new CannotAcquireLockException("deadlock"), new UnexpectedRollbackException("rolled back"));
    }

    @ParameterizedTest
    @MethodSource("troublesOfOneCall")
    void the_trouble_of_one_call_keeps_no_other_from_the_database(RuntimeException trouble) {
        assertThatThrownBy(() -> watch.decided(LONG, () -> {
                    throw trouble;
                }))
                .isInstanceOf(DatabaseAway.class)
                .hasCause(trouble);

        assertThat(watch.awaySince()).isEmpty();
        assertThat(watch.within(LONG, this::one)).isEqualTo(1);
    }

    @Test
    void a_call_that_is_slow_by_itself_keeps_no_other_from_a_database_that_answers() {
        int before = source.asked.get();
        takesTooLong();

        await().until(() -> source.asked.get() > before);
        assertThat(watch.awaySince()).isEmpty();
        assertThat(watch.within(LONG, this::one)).isEqualTo(1);
    }

    @Test
    void a_database_that_gives_no_answer_after_a_call_took_too_long_is_away() {
        source.off = true;
        takesTooLong();

        await().until(() -> watch.awaySince().isPresent());
    }

    private void takesTooLong() {
        var never = new CountDownLatch(1);
        assertThatThrownBy(() -> watch.within(SHORT, () -> wait(never))).isInstanceOf(DatabaseAway.class);
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException givenUp) {
            throw new IllegalStateException(givenUp);
        }
    }

    @Test
    void what_is_only_to_be_done_in_time_is_tried_also_while_the_database_counts_as_away() {
        source.off = true;
        assertThatThrownBy(() -> watch.within(LONG, this::one)).isInstanceOf(DatabaseAway.class);
        source.off = false;
        assertThat(watch.awaySince()).isPresent();

        assertThat(watch.inTime(LONG, this::one)).isEqualTo(1);
    }

    @Test
    void what_is_only_to_be_done_in_time_is_given_up_when_it_is_not_and_says_nothing_about_the_database() {
        source.off = true;
        int before = source.asked.get();
        var never = new CountDownLatch(1);

        assertThatThrownBy(() -> watch.inTime(SHORT, () -> wait(never))).isInstanceOf(DatabaseAway.class);

        assertThat(watch.awaySince()).isEmpty();
        assertThat(source.asked.get()).as("nobody looks").isEqualTo(before);
    }

    @Test
    void a_start_without_a_database_knows_that_it_is_away() {
        source.off = true;
        var late = new DatabaseWatch(
                source,
                new JdbcTransactionManager(source),
                new StaticListableBeanFactory().getBeanProvider(AfterAbsence.class),
                Clock.systemUTC());

        assertThat(late.awaySince()).isPresent();
        late.destroy();
    }
}
