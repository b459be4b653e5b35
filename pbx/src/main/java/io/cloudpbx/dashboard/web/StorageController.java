package io.cloudpbx.dashboard.web;

import io.cloudpbx.dashboard.store.DatabaseSize;
import io.cloudpbx.dashboard.store.Holdings;
import io.cloudpbx.dashboard.store.Holdings.Amount;
import io.cloudpbx.database.DatabasePlace;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.storage.Medium;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/settings/storage}: what is kept, how large it is, and what room is left, for whoever runs the system. */
@RestController
class StorageController {
    private final BlobStore blobs;
    private final Holdings holdings;
    private final DatabasePlace place;
    private final DatabaseSize size;

    StorageController(BlobStore blobs, Holdings holdings, DatabasePlace place, DatabaseSize size) {
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
    record Storage(Medium medium, List<Amount> kinds, Database database) {}

    /** @param here whether it is the embedded one, on the same machine; others are on a server of their own */
    record Database(long bytes, boolean here) {}

    @GetMapping("/api/settings/storage")
    Storage storage() {
        var kinds = holdings.amounts().stream()
                .sorted(Comparator.comparingLong(Amount::bytes).reversed().thenComparing(Amount::kind))
                .toList();
        return new Storage(blobs.medium(), kinds, new Database(size.bytes(), place.isEmbedded()));
    }
}
