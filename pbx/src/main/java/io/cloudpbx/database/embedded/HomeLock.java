package io.cloudpbx.database.embedded;

import io.cloudpbx.startup.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a directory to one program; the operating system opens it again when that program ends, however it ends. */
record HomeLock(FileChannel channel) implements AutoCloseable {
    static HomeLock take(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new CannotStart(
                    "The database in %s is in use by another CloudPBX: stop that one, or choose another".formatted(home)
                            + " directory with CLOUDPBX_DATA.");
        }
        return new HomeLock(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
