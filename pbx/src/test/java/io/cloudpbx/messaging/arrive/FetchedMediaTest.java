package io.cloudpbx.messaging.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Media;
import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.Media.State;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.CarrierId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A picture has come home: what it was attached to may be gone by then, with whoever sent it. */
class FetchedMediaTest {
    private static final String BLOB = "media/2026/11/a-picture";
    private static final Content PICTURE = new Content("image/png", 3, "abc");

    private final AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, TestDatabase.fresh());
    private final FetchedMedia fetched = context.getBean(FetchedMedia.class);

    /** Without a stereotype, so that the whole program does not find it when tests start that. */
    @ComponentScan(
            basePackageClasses = Jobs.class,
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Jobs|JobRows)"))
    @Import({FetchedMedia.class, MediaRows.class})
    static class Slice {
        @Bean
        MovableClock clock() {
            return new MovableClock();
        }
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static Media picture(State state) {
        return new Media(
                UUID.randomUUID(),
                null,
                0,
                new CarrierId("ME1"),
                "image/png",
                state == State.STORED ? PICTURE : null,
                BLOB,
                state,
                null,
                null);
    }

    private List<String> toForget() {
        return context.getBean(JdbcClient.class)
                .sql("select task_instance from scheduled_tasks where task_name = 'messaging.forget-blob'")
                .query((row, index) -> row.getString(1))
                .list();
    }

    @Test
    void what_was_forgotten_while_it_was_on_its_way_is_not_kept() {
        fetched.stored(picture(State.FETCHING), PICTURE);

        assertThat(toForget()).containsExactly(BLOB);
    }

    @Test
    void what_somebody_else_has_brought_home_already_stays() {
        Media here = picture(State.STORED);
        var clock = context.getBean(MovableClock.class);
        context.getBean(MediaRows.class).insert(here, clock.instant());

        fetched.stored(here, PICTURE);

        assertThat(toForget()).isEmpty();
    }
}
