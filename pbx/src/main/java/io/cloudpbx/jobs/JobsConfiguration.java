package io.cloudpbx.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the scheduler that finds due work in the database. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {
    private static final int AT_ONCE = 32;
    private static final Duration POLLING = Duration.ofMillis(250);
    /** With four of them missed, the work of a node that died is free again: after twelve seconds. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    /** A kind that this release does not know may belong to a newer or older one beside it; its rows are kept. */
    private static final Duration KEEP_UNKNOWN = Duration.ofDays(365);

    @Bean
    Failures failures(Clock clock) {
        return new Failures(clock);
    }

    /** Started and stopped by {@link Workers}. */
    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource dataSource, Clock clock, Work work) {
        return Scheduler.create(dataSource, work.jobs())
                .startTasks(work.recurring())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .threads(AT_ONCE)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .deleteUnresolvedAfter(KEEP_UNKNOWN)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .failureLogging(LogLevel.WARN, true)
                .clock(clock::instant)
                .build();
    }
}
