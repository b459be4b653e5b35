package io.cloudpbx.dashboard.web;

import io.cloudpbx.dashboard.store.DatabaseSize;
import io.cloudpbx.database.DatabasePlace;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.storage.Holding;
import io.cloudpbx.storage.Medium;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/storage}: what is kept, how large it is, and what room is left, for whoever runs the system. */
@RestController
class StorageController {
    private final BlobStore blobs;
    private final List<Holding> holdings;
    private final DatabasePlace place;
    private final DatabaseSize size;

    StorageController(BlobStore blobs, List<Holding> holdings, DatabasePlace place, DatabaseSize size) {
        this.blobs = blobs;
        this.holdings = holdings;
        this.place = place;
        this.size = size;
    }

    /**
     * Everything in bytes.
     *
     * @param medium where sounds and pictures are, on the machine that answers
     * @param kinds largest first
     */
    record Storage(Medium medium, List<Kind> kinds, Database database) {}

    /** @param here whether it is the embedded one, on the same machine; others are on a server of their own */
    record Database(long bytes, boolean here) {}

    /** @param oldest when the oldest came; null where there is none */
    record Kind(
            String kind, long count, long bytes, @Nullable Instant oldest) {
        static Kind of(Holding holding) {
            var amount = holding.amount();
            return new Kind(holding.kind(), amount.count(), amount.bytes(), amount.oldest());
        }
    }

    @GetMapping("/api/settings/storage")
    Storage storage() {
        var kinds = holdings.stream()
                .map(Kind::of)
                .sorted(Comparator.comparingLong(Kind::bytes).reversed().thenComparing(Kind::kind))
                .toList();
        return new Storage(blobs.medium(), kinds, new Database(size.bytes(), place.isEmbedded()));
    }
}
