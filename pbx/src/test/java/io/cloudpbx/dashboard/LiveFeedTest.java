package io.cloudpbx.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.dashboard.store.NewsRows;
import io.cloudpbx.dashboard.store.NewsRows.News;
import io.cloudpbx.dashboard.store.NewsSignal;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.jobs.Loops;
import io.cloudpbx.startup.MovableClock;
import java.time.Instant;
import java.util.Collections;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

class LiveFeedTest {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    LiveFeedTest() {
        DataSource database = TestDatabase.fresh().dataSource();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(MovableClock.class, MovableClock::new);
        context.register(Slice.class, NewsRows.class, NewsSignal.class, LiveFeed.class);
        context.refresh();
    }

    @ComponentScan(
            basePackageClasses = Loops.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Loops|Failures)"))
    static class Slice {}

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void a_browser_that_missed_a_nights_news_begins_afresh_instead_of_reading_all_of_it() {
        var feed = context.getBean(LiveFeed.class);
        tell(1_500);
        long evening = feed.newest();

        tell(2_000);
        assertThat(feed.reachesBackTo(evening)).isTrue();
        tell(1);
        assertThat(feed.reachesBackTo(evening)).isFalse();
    }

    private void tell(int times) {
        context.getBean(NewsRows.class).add(Collections.nCopies(times, new News("counts", "{}")), Instant.now());
    }
}
