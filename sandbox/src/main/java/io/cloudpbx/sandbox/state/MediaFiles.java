package io.cloudpbx.sandbox.state;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sound and pictures, one file each; whole and on disk, or not there. */
final class MediaFiles {
    private final @Nullable Path folder;
    private final String suffix;
    private final Map<String, byte[]> inMemory = new ConcurrentHashMap<>();

    /** @param suffix of the files' names, such as {@code .wav} */
    MediaFiles(@Nullable Path folder, String suffix) {
        this.folder = folder;
        this.suffix = suffix;
    }

    void store(String sid, byte[] bytes) {
        if (folder == null) {
            inMemory.put(sid, bytes.clone());
            return;
        }
        try {
            Path temporary = folder.resolve(sid + ".part");
            try (FileOutputStream file = new FileOutputStream(temporary.toFile())) {
                file.write(bytes);
                file.getFD().sync();
            }
            Files.move(temporary, folder.resolve(sid + suffix), StandardCopyOption.ATOMIC_MOVE);
            JournalFile.forceFolders(List.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of " + sid + " cannot be stored", e);
        }
    }

    Optional<byte[]> load(String sid) {
        if (folder == null) {
            return Optional.ofNullable(inMemory.get(sid)).map(byte[]::clone);
        }
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(sid + suffix)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of " + sid + " cannot be read", e);
        }
    }

    void delete(String sid) {
        inMemory.remove(sid);
        if (folder != null) {
            try {
                Files.deleteIfExists(folder.resolve(sid + suffix));
            } catch (IOException e) {
                throw new UncheckedIOException("The file of " + sid + " cannot be deleted", e);
            }
        }
    }
}
