package io.cloudpbx.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.cloudpbx.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** When background work begins, and when it takes nothing new any more. */
class WorkersTest {
    @Test
    void it_begins_when_all_that_a_start_waits_for_has_come_and_ends_with_the_program() {
        Scheduler scheduler =
                Scheduler.create(TestDatabase.fresh().dataSource()).build();
        try (var program = new AnnotationConfigApplicationContext()) {
            program.registerBean(Scheduler.class, () -> scheduler);
            program.register(Workers.class);
            program.refresh();
            assertThat(scheduler.getSchedulerState().isStarted())
                    .as("a restored database has not been recognised yet")
                    .isFalse();

            program.publishEvent(
                    new ApplicationStartedEvent(new SpringApplication(), new String[0], program, Duration.ZERO));

            assertThat(scheduler.getSchedulerState().isStarted()).isTrue();
        }
        assertThat(scheduler.getSchedulerState().isShuttingDown()).isTrue();
    }
}
