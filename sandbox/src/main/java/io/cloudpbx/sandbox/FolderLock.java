package io.cloudpbx.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second sandbox out of a data folder. The system lets go of it when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new SandboxUnavailable("Another sandbox carrier uses the folder " + folder.toAbsolutePath()
                        + "; stop it, or set CLOUDPBX_DATA to another one.");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new SandboxUnavailable(
                    "The folder " + folder.toAbsolutePath() + " cannot be written; set CLOUDPBX_DATA to another one.",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new SandboxUnavailable("The data folder's lock cannot be released", e);
        }
    }
}
