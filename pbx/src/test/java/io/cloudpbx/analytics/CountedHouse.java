package io.cloudpbx.analytics;

import io.cloudpbx.analytics.store.TallyRows;
import io.cloudpbx.calls.CallFigures;
import io.cloudpbx.calls.store.CallFigureRows;
import io.cloudpbx.campaigns.DeliveryFigures;
import io.cloudpbx.campaigns.store.DeliveryFigureRows;
import io.cloudpbx.claude.store.QuestionFigureRows;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.dialing.store.DialedFigureRows;
import io.cloudpbx.messaging.TextFigures;
import io.cloudpbx.messaging.store.TextFigureRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One node that counts, on a database of its own, from the evening of 1 November 2026 on. */
final class CountedHouse implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());

    /** Without a stereotype, so that the whole program does not find it when tests start that. */
    @Import({
        CallFigures.class,
        CallFigureRows.class,
        TextFigures.class,
        TextFigureRows.class,
        DeliveryFigures.class,
        DeliveryFigureRows.class,
        DialedFigureRows.class,
        QuestionFigureRows.class,
        TallyRows.class,
        Tallies.class,
        Counting.class,
        LateNews.class
    })
    static class Slice {
        @Bean
        PutForward clock() {
            return new PutForward();
        }
    }

    /** Stands still until it is put forward. */
    static final class PutForward extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T20:00:00Z"));

        void advance(Duration by) {
            now.updateAndGet(before -> before.plus(by));
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

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    PutForward clock() {
        return bean(PutForward.class);
    }

    TransactionTemplate transaction() {
        return bean(TransactionTemplate.class);
    }

    ApplicationEventPublisher events() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
