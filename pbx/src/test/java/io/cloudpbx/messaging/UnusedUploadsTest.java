package io.cloudpbx.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.Media.State;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.startup.MovableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnusedUploadsTest {
    private final Threads threads = new Threads();
    private final MediaRows rows = threads.bean(MediaRows.class);
    private final MovableClock clock = threads.bean(MovableClock.class);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void a_picture_that_nobody_sent_goes_after_two_days_with_its_file() {
        UUID old = upload("media/old");
        clock.advance(Duration.ofHours(47));
        UUID fresh = upload("media/fresh");
        clock.advance(Duration.ofHours(2));

        threads.bean(UnusedUploads.class).run();

        assertThat(rows.find(old)).isEmpty();
        assertThat(rows.find(fresh)).isPresent();
        assertThat(threads.jdbc()
                        .sql("select task_instance from scheduled_tasks where task_name = :kind")
                        .param("kind", ForgetBlob.KIND)
                        .query(String.class)
                        .list())
                .containsExactly("media/old");
    }

    private UUID upload(String blobKey) {
        UUID id = UUID.randomUUID();
        var content = new Content("image/png", 5, "sha");
        rows.insert(
                new Media(id, null, 0, null, "image/png", content, blobKey, State.STORED, null, blobKey),
                clock.instant());
        return id;
    }
}
