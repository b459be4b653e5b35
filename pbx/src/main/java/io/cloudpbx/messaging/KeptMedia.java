package io.cloudpbx.messaging;

import io.cloudpbx.carrier.PublicUrl;
import io.cloudpbx.messaging.Media.Content;
import io.cloudpbx.messaging.flow.GateRules.Limits;
import io.cloudpbx.messaging.store.KeptMediaRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.storage.Blob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Uploads that many texts carry, not one: they stay until they are released, and are published anew with each text that leaves. */
@Service
public class KeptMedia {
    private static final Duration PUBLISHED_FOR = Duration.ofHours(24);
    private static final Duration LESS = Duration.ofHours(1);

    private final KeptMediaRows rows;
    private final PublishedMedia uploads;
    private final PublicUrl publicUrl;
    private final Clock clock;

    KeptMedia(KeptMediaRows rows, PublishedMedia uploads, PublicUrl publicUrl, Clock clock) {
        this.rows = rows;
        this.uploads = uploads;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * Exchanges what somebody has kept for what they want to keep.
     *
     * @throws Problem {@code invalid_fields} for {@code media}: {@code media_not_found}, {@code too_many_media} or {@code
     *     media_too_large}
     */
    @Transactional
    public void exchange(Collection<UUID> present, List<UUID> wanted) {
        refuseTooMuch(wanted);
        Set<UUID> added = new HashSet<>(wanted);
        added.removeAll(present);
        if (new HashSet<>(wanted).size() < wanted.size() || rows.keep(added) < added.size()) {
            throw Problem.invalid("media", "media_not_found", "names a file that is not there, or is used elsewhere");
        }
        Set<UUID> gone = new HashSet<>(present);
        wanted.forEach(gone::remove);
        rows.release(gone);
    }

    private void refuseTooMuch(List<UUID> wanted) {
        int most = Limits.DEFAULT.media();
        if (wanted.size() > most) {
            throw Problem.invalid("media", "too_many_media", "has more than %d files".formatted(most));
        }
        long size = rows.all(wanted).stream()
                .map(Media::content)
                .filter(Objects::nonNull)
                .mapToLong(Content::size)
                .sum();
        if (size > PublishedMedia.MOST_BYTES) {
            throw Problem.invalid(
                    "media", "media_too_large", "has more than 5 MB in all, which carriers don't take in one text");
        }
    }

    /** Those of them that are there. */
    public Map<UUID, Media> all(Collection<UUID> ids) {
        return rows.all(ids).stream().collect(Collectors.toMap(Media::id, Function.identity()));
    }

    /** Where the carrier fetches them from now on, for a day. */
    public List<URI> published(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        rows.publish(ids, clock.instant().plus(PUBLISHED_FOR), LESS);
        Map<UUID, Media> all = all(ids);
        return ids.stream()
                .map(all::get)
                .filter(Objects::nonNull)
                .map(media -> URI.create(publicUrl.of("/media/" + media.publicKey())))
                .toList();
    }

    /** Uploads of their own with the same content, for a text that is part of a conversation, and forgotten with it. */
    @Transactional
    public List<UUID> copies(List<UUID> ids) {
        Map<UUID, Media> all = all(ids);
        List<UUID> copies = new ArrayList<>();
        for (UUID id : ids) {
            Media media = Objects.requireNonNull(all.get(id));
            copies.add(copy(media, uploads.content(media).orElseThrow()));
        }
        return copies;
    }

    private UUID copy(Media media, Blob content) {
        try {
            Path file = Files.createTempFile("cloudpbx-copy", "");
            try (var bytes = content.open(0)) {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                return uploads.upload(file, media.claimedType()).id();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
