package io.cloudpbx.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JobsTest {
    private static final String KIND = "ring-bell";

    private final TestDatabase database = TestDatabase.fresh();
    private final DataSource dataSource = database.dataSource();
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final AtomicInteger ticks = new AtomicInteger();
    private BiFunction<String, Integer, Outcome> behaviour = (key, attempt) -> new Outcome.Done();
    private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void startNode() {
        context = node();
    }

    @AfterEach
    void stopNode() {
        context.close();
    }

    @Test
    void a_job_asked_for_now_runs_within_a_moment_and_leaves_no_row() {
        jobs().soon(KIND, "a");
        await().until(() -> ran.equals(List.of("a#1")) && rows() == 0);
    }

    @Test
    void a_job_of_a_transaction_that_is_rolled_back_never_runs_and_of_one_that_commits_runs_after_it() {
        transaction().executeWithoutResult(status -> {
            jobs().soon(KIND, "rolled-back");
            status.setRollbackOnly();
        });
        transaction().executeWithoutResult(status -> {
            jobs().soon(KIND, "committed");
            assertThat(ran).isEmpty();
        });
        await().until(() -> ran.equals(List.of("committed#1")));
    }

    @Test
    void asked_for_twice_it_runs_once_at_the_earlier_instant() {
        Instant now = Instant.now();
        jobs().schedule(KIND, "a", now.plusSeconds(600));
        jobs().schedule(KIND, "a", now.plusSeconds(60));
        jobs().schedule(KIND, "a", now.plusSeconds(900));
        assertThat(jdbc().sql("select execution_time from scheduled_tasks where task_name = :kind")
                        .param("kind", KIND)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isBetween(now.plusSeconds(59), now.plusSeconds(61));
        assertThat(ran).isEmpty();
    }

    @Test
    void a_job_asked_for_while_it_runs_runs_once_more() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        behaviour = (key, attempt) -> {
            begun.countDown();
            awaitLatch(goOn);
            return new Outcome.Done();
        };
        jobs().soon(KIND, "a");
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        jobs().soon(KIND, "a");
        jobs().soon(KIND, "a");
        goOn.countDown();
        await().until(() -> ran.equals(List.of("a#1", "a#1")) && rows() == 0);
    }

    @Test
    void a_cancelled_job_does_not_run() {
        jobs().schedule(KIND, "a", Instant.now().plusMillis(700));
        jobs().cancel(KIND, "a");
        assertThat(rows()).isZero();
        jobs().soon(KIND, "b");
        await().until(() -> ran.equals(List.of("b#1")));
    }

    @Test
    void a_job_that_throws_is_tried_again_with_its_attempts_counted() {
        behaviour = (key, attempt) -> {
            if (attempt < 4) {
                throw new IllegalStateException("the carrier is down");
            }
            return new Outcome.Done();
        };
        jobs().soon(KIND, "a");
        await().until(() -> ran.equals(List.of("a#1", "a#2", "a#3", "a#4")) && rows() == 0);
    }

    @Test
    void a_job_may_ask_to_run_again_and_may_give_up() {
        behaviour = (key, attempt) ->
                attempt == 1 ? new Outcome.Again(Duration.ofMillis(10)) : new Outcome.GaveUp("the number is gone");
        jobs().soon(KIND, "a");
        await().until(() -> ran.equals(List.of("a#1", "a#2")) && rows() == 0);
    }

    @Test
    void a_job_of_a_node_that_died_while_it_ran_is_run_by_another() {
        jdbc().sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values (:kind, 'a', now() - interval '1 min', true, 'dead-node', now() - interval '1 min', 7)
                """).param("kind", KIND).update();
        await().until(() -> ran.equals(List.of("a#2")) && rows() == 0);
    }

    @Test
    void two_nodes_share_the_work_and_no_job_runs_twice() {
        try (var other = node()) {
            assertThat(other.isRunning()).isTrue();
            for (int number = 0; number < 200; number++) {
                jobs().soon(KIND, "n" + number);
            }
            await().until(() -> rows() == 0);
            assertThat(ran).hasSize(200).doesNotHaveDuplicates();
        }
    }

    @Test
    void recurring_work_recurs_also_after_it_threw() {
        await().until(() -> ticks.get() >= 4);
    }

    @Test
    void a_loop_that_throws_is_run_again_and_ends_with_the_program() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch interrupted = new CountDownLatch(1);
        context.getBean(Loops.class).run("listener", () -> {
            if (begun.incrementAndGet() < 3) {
                throw new IllegalStateException("the connection broke");
            }
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                interrupted.countDown();
            }
        });
        await().until(() -> begun.get() == 3);
        context.close();
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private AnnotationConfigApplicationContext node() {
        var node = new AnnotationConfigApplicationContext();
        node.registerBean(DataSource.class, () -> dataSource);
        node.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        node.registerBean(Clock.class, Clock::systemUTC);
        node.registerBean(Job.class, Bell::new);
        node.registerBean(Recurring.class, Tick::new);
        node.scan("io.cloudpbx.jobs");
        node.refresh();
        node.publishEvent(new ApplicationStartedEvent(new SpringApplication(), new String[0], node, Duration.ZERO));
        return node;
    }

    private Jobs jobs() {
        return context.getBean(Jobs.class);
    }

    private JdbcClient jdbc() {
        return database.jdbc();
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    private int rows() {
        return jdbc().sql("select count(*) from scheduled_tasks where task_name = :kind")
                .param("kind", KIND)
                .query(Integer.class)
                .single();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private final class Bell implements Job {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Outcome run(String key, int attempt) {
            ran.add(key + "#" + attempt);
            return behaviour.apply(key, attempt);
        }
    }

    private final class Tick implements Recurring {
        @Override
        public String name() {
            return "tick";
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(100);
        }

        @Override
        public void run() {
            if (ticks.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("every other one fails");
            }
        }
    }
}
