package io.cloudpbx.sandbox.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that only grows. Many threads share one force: whoever finds its own line not yet on disk writes and
 * forces everything that waits.
 */
public final class AppendedFile implements AutoCloseable {
    private final RandomAccessFile file;
    private final ReentrantLock forcing = new ReentrantLock();
    private final Object pendingLock = new Object();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long appended;
    private long forced;
    private @Nullable IOException failure;

    private AppendedFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Goes on behind what is there. */
    public static AppendedFile open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        file.seek(file.length());
        return new AppendedFile(file);
    }

    /** Takes a line without its end, in the order of the calls; returns what {@link #awaitForced} wants. */
    public long append(byte[] line) {
        synchronized (pendingLock) {
            pending.writeBytes(line);
            pending.write('\n');
            return ++appended;
        }
    }

    /** Returns when the line and all before it would survive a power cut. */
    public void awaitForced(long line) {
        forcing.lock();
        try {
            if (forced < line) {
                forcePending();
            }
        } finally {
            forcing.unlock();
        }
    }

    private void forcePending() {
        byte[] bytes;
        long upTo;
        synchronized (pendingLock) {
            bytes = pending.toByteArray();
            pending = new ByteArrayOutputStream();
            upTo = appended;
        }
        try {
            if (failure != null) {
                throw failure;
            }
            // Not a FileChannel: that one closes itself when the writing thread is interrupted.
            file.write(bytes);
            file.getFD().sync();
            forced = upTo;
        } catch (IOException e) {
            // After a failed write the tail is unknown: nothing more may be acknowledged until the next start.
            failure = e;
            throw new UncheckedIOException("What is to be remembered cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
