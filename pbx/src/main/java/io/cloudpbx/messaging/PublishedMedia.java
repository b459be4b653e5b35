package io.cloudpbx.messaging;

import io.cloudpbx.carrier.PublicUrl;
import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.storage.Blob;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.storage.BlobStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people on our side attach. The carrier fetches it without a password, so each has an address that nobody guesses, good for
 * a day after its text has left.
 */
@Service
public class PublishedMedia {
    /** Carriers take 5 MB in all ({@code twilio.md} section 18). */
    public static final long MOST_BYTES = 5L * 1024 * 1024;

    private static final Duration PUBLISHED_FOR = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MediaRows rows;
    private final BlobStore blobs;
    private final PublicUrl publicUrl;
    private final Clock clock;

    PublishedMedia(MediaRows rows, BlobStore blobs, PublicUrl publicUrl, Clock clock) {
        this.rows = rows;
        this.blobs = blobs;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * Keeps a file until it is sent.
     *
     * @param claimedType what the browser says it is
     * @throws Problem {@code unsupported_media} for what phones do not take
     */
    @Transactional
    public Media upload(Path file, String claimedType) throws IOException {
        String type = MediaType.of(file);
        if (!MediaType.maySend(type)) {
            throw Problem.of(
                    415,
                    "unsupported_media",
                    "Phones don't take files of this type (" + type + "). Send a picture, sound or PDF.");
        }
        String key = BlobKeys.fresh("media", clock);
        var stored = blobs.put(key, file);
        Media media = new Media(
                UUID.randomUUID(),
                null,
                0,
                null,
                claimedType,
                new Content(type, stored.size(), stored.sha256()),
                key,
                Media.State.STORED,
                null,
                publicKey());
        rows.insert(media, clock.instant());
        return media;
    }

    private static String publicKey() {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Where the carrier fetches what is attached to a text. */
    public List<URI> of(Text text) {
        return rows.of(text.id()).stream()
                .map(media -> URI.create(publicUrl.of("/media/" + media.publicKey())))
                .toList();
    }

    /** What stands under an address that was given to the carrier. */
    public Optional<Media> published(String publicKey) {
        var now = clock.instant();
        return rows.published(publicKey, now.minus(PUBLISHED_FOR), now);
    }

    public Optional<Media> find(UUID id) {
        return rows.find(id);
    }

    public Optional<Blob> content(Media media) {
        return media.state() == Media.State.STORED ? blobs.find(media.blobKey()) : Optional.empty();
    }
}
