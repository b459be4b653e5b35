package io.cloudpbx.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.carrier.PublicUrl;
import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.Media.State;
import io.cloudpbx.messaging.store.KeptMediaRows;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.storage.Blob;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.storage.Medium;
import io.cloudpbx.storage.Stored;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnusedUploadsTest {
    private final Threads threads = new Threads();
    private final MediaRows rows = threads.bean(MediaRows.class);
    private final MovableClock clock = threads.bean(MovableClock.class);

    private final PublicUrl publicUrl = new PublicUrl(URI.create("https://pbx.example"));
    private final PublishedMedia uploads = new PublishedMedia(rows, new NoFiles(), publicUrl, clock);
    private final KeptMedia kept = new KeptMedia(threads.bean(KeptMediaRows.class), uploads, publicUrl, clock);

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

    @Test
    void a_picture_that_a_campaign_carries_stays_until_it_is_released() {
        UUID carried = upload("media/carried");
        kept.exchange(List.of(), List.of(carried));
        clock.advance(Duration.ofDays(9));

        threads.bean(UnusedUploads.class).run();

        assertThat(rows.find(carried)).isPresent();
        kept.exchange(List.of(carried), List.of());
        threads.bean(UnusedUploads.class).run();
        assertThat(rows.find(carried)).isEmpty();
    }

    @Test
    void a_picture_is_carried_by_one_campaign_and_published_while_its_texts_leave() {
        UUID carried = upload("media/published");
        kept.exchange(List.of(), List.of(carried));

        assertThatThrownBy(() -> kept.exchange(List.of(), List.of(carried)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.document().toString()).contains("media_not_found"));

        assertThat(uploads.published("media/published")).isEmpty();
        assertThat(kept.published(List.of(carried))).singleElement().asString().endsWith("/media/media/published");
        assertThat(uploads.published("media/published")).isPresent();
        clock.advance(Duration.ofHours(24));
        assertThat(uploads.published("media/published")).isEmpty();
    }

    /** None of these pictures is looked at. */
    private static final class NoFiles implements BlobStore {
        @Override
        public Stored put(String key, Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Blob> find(String key) {
            return Optional.empty();
        }

        @Override
        public void delete(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Medium medium() {
            throw new UnsupportedOperationException();
        }
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
