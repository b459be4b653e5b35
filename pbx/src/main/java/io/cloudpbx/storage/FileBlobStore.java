package io.cloudpbx.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Blobs as files below one directory (R19): written under a temporary name, flushed, read back, renamed. */
final class FileBlobStore implements BlobStore {
    private final Path root;

    FileBlobStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Stored put(String key, Path file) {
        Path target = pathOf(key);
        try {
            createDirectories(parentOf(target));
            Path incoming = parentOf(target).resolve(".incoming-" + UUID.randomUUID());
            try {
                String sha256 = copyFlushed(file, incoming);
                readBack(incoming, sha256);
                Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
                flushDirectory(parentOf(target));
                return new Stored(key, Files.size(target), sha256);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("A blob could not be stored below " + root, failed);
        }
    }

    @Override
    public Optional<Blob> find(String key) {
        Path path = pathOf(key);
        return Files.isRegularFile(path) ? Optional.of(new FileBlob(path)) : Optional.empty();
    }

    @Override
    public void delete(String key) {
        Path path = pathOf(key);
        try {
            if (Files.deleteIfExists(path)) {
                flushDirectory(parentOf(path));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("A blob could not be deleted below " + root, failed);
        }
    }

    @Override
    public Medium medium() {
        try {
            // It is made when the first blob comes.
            var disk = Files.getFileStore(existing(root));
            return new Medium(root.toString(), disk.getTotalSpace(), disk.getUsableSpace());
        } catch (IOException failed) {
            throw new UncheckedIOException("The disk below " + root + " does not tell how large it is", failed);
        }
    }

    private static Path existing(Path path) {
        return Files.exists(path) ? path : existing(parentOf(path));
    }

    private Path pathOf(String key) {
        return root.resolve(BlobKeys.checked(key));
    }

    private static String copyFlushed(Path from, Path to) throws IOException {
        try (var in = Files.newInputStream(from);
                var channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            String sha256 = Sha256.copying(in, Channels.newOutputStream(channel));
            channel.force(true);
            return sha256;
        }
    }

    private static void readBack(Path written, String sha256) throws IOException {
        try (var content = Files.newInputStream(written)) {
            if (!Sha256.of(content).equals(sha256)) {
                throw new IOException("What was read back differs from what was written.");
            }
        }
    }

    /** A directory is only there after a power cut when the one above it was flushed. */
    private static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        createDirectories(parentOf(directory));
        Files.createDirectories(directory);
        flushDirectory(parentOf(directory));
    }

    private static void flushDirectory(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parentOf(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException("The root of the file system has no parent.");
        }
        return parent;
    }
}
