package io.cloudpbx.storage;

import java.nio.file.Path;
import java.util.Optional;

/** Where blobs are. Failures of the medium, a full disk for one, are {@link java.io.UncheckedIOException}s. */
public interface BlobStore {
    /**
     * Copies a file into the store. When this returns the blob survives a power cut and was read back; when it throws,
     * nothing is under the key that was not there before. Repeating it does no harm.
     *
     * @param key from {@link BlobKeys}
     */
    Stored put(String key, Path file);

    Optional<Blob> find(String key);

    /** Does nothing when there is no such blob. */
    void delete(String key);

    /** What they are written to, as it is now. */
    Medium medium();
}
