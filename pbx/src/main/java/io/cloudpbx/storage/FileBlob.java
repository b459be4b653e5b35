package io.cloudpbx.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A blob that is a file. */
record FileBlob(Path path) implements Blob {
    @Override
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    @Override
    public String sha256() {
        try (InputStream content = Files.newInputStream(path)) {
            return Sha256.of(content);
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    @Override
    public InputStream open(long offset) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            channel.position(offset);
            return Channels.newInputStream(channel);
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    private static UncheckedIOException unreadable(IOException failed) {
        return new UncheckedIOException("A blob could not be read.", failed);
    }
}
