package io.cloudpbx.hooks;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.Sealed;
import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.hooks.send.Posting;
import io.cloudpbx.hooks.store.OutboxRows;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.startup.MovableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The sending of webhooks on a database of its own, without the phone system around it; jobs are run when a test says so. */
final class HookHouse implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());

    /** Without a stereotype, so that the whole program does not find it when tests start that. */
    @ComponentScan(
            basePackageClasses = {Posting.class, OutboxRows.class},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    @ComponentScan(
            basePackageClasses = Jobs.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Jobs|JobRows)"))
    @Import({
        Endpoints.class,
        Endpoints.Surroundings.class,
        Wanted.class,
        Telling.class,
        Deliver.class,
        Deliveries.class,
        AfterTry.class,
        Forget.class,
        Sealed.class
    })
    static class Slice {
        private final List<WebhookPaused> paused = new CopyOnWriteArrayList<>();

        @EventListener
        void on(WebhookPaused news) {
            paused.add(news);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock();
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }

        @Bean
        HookSettings settings() {
            return new HookSettings(true);
        }

        @Bean
        AccessSettings access() {
            return new AccessSettings(
                    Path.of("target", "test-data"), URI.create("http://localhost"), null, true, null, "5e".repeat(32));
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Endpoint endpoint(Receiver receiver, EventType... types) {
        var wish = new EndpointWish(receiver.url(), "", Set.of(types));
        return bean(Endpoints.class).add(wish, "Dana").endpoint();
    }

    /** Something happens. */
    void happens(Happening happening) {
        bean(TransactionTemplate.class)
                .executeWithoutResult(status -> bean(Telling.class).tell(happening));
    }

    Outcome run(Endpoint endpoint) {
        return bean(Deliver.class).run(endpoint.id().toString(), 1);
    }

    /** Lets time pass and does what is due, for as long as there is something to do; no longer than that. */
    void passes(Endpoint endpoint, Duration time) {
        Duration left = time;
        while (run(endpoint) instanceof Outcome.Again(var in) && in.compareTo(left) <= 0) {
            bean(MovableClock.class).advance(in.plusMillis(1));
            left = left.minus(in);
        }
    }

    Endpoint present(Endpoint endpoint) {
        return bean(Endpoints.class).require(endpoint.id());
    }

    /** All that this endpoint was to be told, newest first. */
    List<Delivery> log(Endpoint endpoint) {
        return bean(Deliveries.class).newest(endpoint.id(), null, null, 100);
    }

    List<WebhookPaused> paused() {
        return bean(Slice.class).paused;
    }

    @Override
    public void close() {
        context.close();
    }
}
