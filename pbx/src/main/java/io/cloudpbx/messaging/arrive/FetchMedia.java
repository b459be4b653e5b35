package io.cloudpbx.messaging.arrive;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.carrier.CarrierTexts;
import io.cloudpbx.jobs.BackOff;
import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.messaging.Media;
import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.Media.State;
import io.cloudpbx.messaging.MediaType;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.telephony.CarrierId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings what is attached to a text home: by its id, never by the address in the webhook (T9), and kept only when it is what it
 * says it is (T7). Right after the text's arrival the carrier may not have it yet ({@code twilio.md} section 18).
 */
@Component
class FetchMedia implements Job {
    static final String KIND = "messaging.fetch-media";

    private static final Logger LOG = LoggerFactory.getLogger(FetchMedia.class);
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(48);
    private static final BackOff PATIENCE = new BackOff(Duration.ofSeconds(2), Duration.ofHours(6));

    private final TextRows texts;
    private final MediaRows rows;
    private final CarrierTexts carrier;
    private final BlobStore blobs;
    private final FetchedMedia fetched;
    private final Clock clock;

    FetchMedia(
            TextRows texts, MediaRows rows, CarrierTexts carrier, BlobStore blobs, FetchedMedia fetched, Clock clock) {
        this.texts = texts;
        this.rows = rows;
        this.carrier = carrier;
        this.blobs = blobs;
        this.fetched = fetched;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        return texts.find(UUID.fromString(key))
                .map(text -> fetchAll(text, attempt))
                .orElseGet(Outcome.Done::new);
    }

    private Outcome fetchAll(Text text, int attempt) {
        try {
            for (Media media : expected(text)) {
                if (media.state() == State.FETCHING) {
                    fetch(text, media);
                }
            }
            return new Outcome.Done();
        } catch (CarrierFailure | IOException failure) {
            return laterOrNever(text, attempt, failure);
        }
    }

    /** Where the webhook named nothing that could be an id, the carrier's own list does. */
    private List<Media> expected(Text text) {
        List<Media> known = rows.of(text.id());
        if (known.isEmpty()) {
            fetched.expect(text, carrier.mediaOf(carrierId(text)));
            return rows.of(text.id());
        }
        return known;
    }

    private static CarrierId carrierId(Text text) {
        return Objects.requireNonNull(text.carrierId());
    }

    private void fetch(Text text, Media media) throws IOException {
        Path folder = Files.createTempDirectory("cloudpbx-media");
        Path file = folder.resolve("media");
        try {
            String claimed = carrier.downloadMedia(carrierId(text), Objects.requireNonNull(media.carrierId()), file);
            String type = MediaType.of(file);
            if (MediaType.contradicts(claimed, type)) {
                fetched.refused(media, "It says it is " + claimed + " and is " + type + ".");
                return;
            }
            var stored = blobs.put(media.blobKey(), file);
            fetched.stored(media, new Content(type, stored.size(), stored.sha256()));
        } catch (CarrierFailure failure) {
            if (failure.kind() != Kind.REFUSED) {
                throw failure;
            }
            fetched.refused(media, failure.getMessage() + ".");
        } catch (UncheckedIOException storageFailed) {
            throw storageFailed.getCause();
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private Outcome laterOrNever(Text text, int attempt, Exception failure) {
        if (clock.instant().isAfter(text.createdAt().plus(GIVE_UP_AFTER))) {
            fetched.lost(text);
            return new Outcome.GaveUp("Media not handed over in two days: " + failure.getMessage());
        }
        LOG.info("Media of text {} is not here yet: {}", text.id(), failure.getMessage());
        return new Outcome.Again(PATIENCE.after(attempt, RandomGenerator.getDefault()));
    }
}
