package io.cloudpbx.sandbox.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file of lines that only grows. Many threads share one force: what comes while the disk is busy is written and forced
 * together afterwards, by a thread of its own, since a force costs as much for one line as for a hundred.
 */
public final class AppendedFile implements AutoCloseable {
    /** Between two forces lines gather for so long; a force takes longer than that. */
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final RandomAccessFile file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Batch pending = new Batch(0);
    private Batch taken = pending;
    private boolean closed;
    private volatile long forced;

    private AppendedFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Goes on behind what is there. */
    public static AppendedFile open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        file.seek(file.length());
        AppendedFile appended = new AppendedFile(file);
        Thread.ofPlatform().daemon().name(path.getFileName() + "-writer").start(appended::writeAll);
        return appended;
    }

    /** Lines that are written and forced together. */
    private static final class Batch {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<Void> written = new CompletableFuture<>();
        private long last;

        Batch(long last) {
            this.last = last;
        }
    }

    /** Takes a line without its end, in the order of the calls; returns what {@link #awaitForced} wants. */
    public long append(byte[] line) {
        lock.lock();
        try {
            if (pending.bytes.size() == 0) {
                wanted.signal();
            }
            if (!ended.isDone()) {
                pending.bytes.writeBytes(line);
                pending.bytes.write('\n');
            }
            return ++pending.last;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the line and all before it would survive a power cut. */
    public void awaitForced(long line) {
        if (line <= forced) {
            return;
        }
        try {
            batchOf(line).written.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("What is to be remembered cannot be written", e.getCause());
        }
    }

    private Batch batchOf(long line) {
        lock.lock();
        try {
            return line <= taken.last ? taken : pending;
        } finally {
            lock.unlock();
        }
    }

    private void writeAll() {
        Throwable reason = new IOException("It is closed");
        try (file) {
            while (take()) {
                // Not a FileChannel: that one closes itself when the writing thread is interrupted.
                file.write(taken.bytes.toByteArray());
                file.getFD().sync();
                forced = taken.last;
                taken.written.complete(null);
                LockSupport.parkNanos(GATHERING_NANOS);
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            reason = e;
        }
        end(reason);
    }

    /** Waits for lines; false when there will be none. */
    private boolean take() {
        lock.lock();
        try {
            while (pending.bytes.size() == 0 && !closed) {
                wanted.awaitUninterruptibly();
            }
            taken = pending;
            pending = new Batch(taken.last);
            return taken.bytes.size() > 0;
        } finally {
            lock.unlock();
        }
    }

    /** After a failed write the tail is unknown: nothing more may be acknowledged until the next start. */
    private void end(Throwable reason) {
        lock.lock();
        try {
            taken.written.completeExceptionally(reason);
            pending.written.completeExceptionally(reason);
        } finally {
            lock.unlock();
        }
        ended.complete(null);
    }

    /** What was appended is written before. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        ended.join();
    }
}
