package io.cloudpbx.claude;

import io.cloudpbx.claude.ClaudeSettings.Price;
import io.cloudpbx.claude.store.LimitsRow;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.settings.Operators;
import io.cloudpbx.settings.Settings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One node that counts, in San Francisco on Monday, 30 November 2026, from ten in the morning. */
final class CountingHouse implements AutoCloseable {
    static final ClaudeSettings SETTINGS = new ClaudeSettings(
            "key",
            URI.create("http://localhost"),
            "claude-opus-4-6",
            Map.of("claude-opus-4-6", new Price(new BigDecimal(5), new BigDecimal(25))));

    private final AnnotationConfigApplicationContext context;

    CountingHouse(TestDatabase database) {
        context = DatabaseSlice.of(Module.class, database);
        context.getBean(JdbcClient.class)
                .sql("update company_settings set time_zone = 'America/Los_Angeles'")
                .update();
    }

    /** Without a stereotype, so that the whole program does not find it when tests start that. */
    @ComponentScan(basePackageClasses = LimitsRow.class)
    @ComponentScan(basePackages = "io.cloudpbx.settings.store")
    @Import({Settings.class, Budget.class, ForgetAskers.class})
    static class Module {
        @Bean
        Operators operators() {
            return ext -> true;
        }

        @Bean
        StillClock clock() {
            return new StillClock();
        }
    }

    /** Stands still until it is put forward, so that midnight comes when a test wants it. */
    static final class StillClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T18:00:00Z"));

        void become(String instant) {
            now.set(Instant.parse(instant));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Everything is kept in UTC.");
        }
    }

    /** Nothing was asked yet, and nobody has changed what is allowed. */
    void reset() {
        jdbc().sql("delete from claude_question").update();
        jdbc().sql("delete from claude_limits").update();
        jdbc().sql("insert into claude_limits default values").update();
        clock().become("2026-11-30T18:00:00Z");
    }

    Budget budget() {
        return context.getBean(Budget.class);
    }

    StillClock clock() {
        return context.getBean(StillClock.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    void forgetAskers() {
        context.getBean(ForgetAskers.class).run();
    }

    @Override
    public void close() {
        context.close();
    }
}
