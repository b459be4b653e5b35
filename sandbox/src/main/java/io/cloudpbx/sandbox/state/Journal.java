package io.cloudpbx.sandbox.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The append-only file behind every table: one JSON line per change, {@code {"kind","key","value"}}, without
 * {@code value} for a removal. Many threads share one force: whoever finds its own line not yet on disk writes and
 * forces everything that waits.
 *
 * <p>Kinds that nobody asks for, such as those of a newer version, are kept.
 */
public final class Journal implements AutoCloseable {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Map<String, JsonNode>> replayed;
    private final @Nullable RandomAccessFile file;

    private final ReentrantLock forcing = new ReentrantLock();
    private final Object pendingLock = new Object();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long appended;
    private long forced;
    private @Nullable IOException failure;

    private Journal(Map<String, Map<String, JsonNode>> replayed, @Nullable RandomAccessFile file) {
        this.replayed = replayed;
        this.file = file;
    }

    /** A journal that forgets everything with the process; for tests. */
    public static Journal inMemory() {
        return new Journal(new LinkedHashMap<>(), null);
    }

    /** Replays the file, drops what was overwritten or torn, and goes on writing behind it. */
    public static Journal open(Path path) {
        try {
            Map<String, Map<String, JsonNode>> replayed = JournalFile.replayAndCompact(path);
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            file.seek(file.length());
            return new Journal(replayed, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + path + " cannot be opened", e);
        }
    }

    /** The table of this kind. To be asked for once per kind. */
    public <T> Table<T> table(String kind, Class<T> type) {
        LinkedHashMap<String, T> rows = new LinkedHashMap<>();
        replayed.getOrDefault(kind, Map.of()).forEach((key, value) -> rows.put(key, json.treeToValue(value, type)));
        return new Table<>(kind, this, rows);
    }

    /** Hands a change to the journal, in the order of the calls; returns what {@link #awaitForced} wants. */
    long append(String kind, String key, @Nullable Object value) {
        ObjectNode line = json.createObjectNode().put("kind", kind).put("key", key);
        if (value != null) {
            line.set("value", json.valueToTree(value));
        }
        byte[] bytes = json.writeValueAsBytes(line);
        synchronized (pendingLock) {
            if (file != null) {
                pending.writeBytes(bytes);
                pending.write('\n');
            }
            return ++appended;
        }
    }

    /** Returns when the change and all before it would survive a power cut. */
    void awaitForced(long entry) {
        if (file == null) {
            return;
        }
        forcing.lock();
        try {
            if (forced < entry) {
                forcePending(file);
            }
        } finally {
            forcing.unlock();
        }
    }

    private void forcePending(RandomAccessFile to) {
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
            to.write(bytes);
            to.getFD().sync();
            forced = upTo;
        } catch (IOException e) {
            // After a failed write the tail is unknown: nothing more may be acknowledged until the next start.
            failure = e;
            throw new UncheckedIOException("The journal cannot be written", e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
