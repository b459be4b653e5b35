package io.cloudpbx.sandbox.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The append-only file behind every table: one JSON line per change, {@code {"kind","key","value"}}, without
 * {@code value} for a removal.
 *
 * <p>Kinds that nobody asks for, such as those of a newer version, are kept.
 */
public final class Journal implements AutoCloseable {
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Map<String, JsonNode>> replayed;
    private final @Nullable AppendedFile file;

    private Journal(Map<String, Map<String, JsonNode>> replayed, @Nullable AppendedFile file) {
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
            return new Journal(replayed, AppendedFile.open(path));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + path + " cannot be opened", e);
        }
    }

    /** The table of this kind. To be asked for once per kind. */
    public <T> Table<T> table(String kind, Class<T> type) {
        LinkedHashMap<String, T> rows = new LinkedHashMap<>();
        Map<String, JsonNode> values = replayed.remove(kind);
        if (values != null) {
            values.forEach((key, value) -> rows.put(key, json.treeToValue(value, type)));
        }
        return new Table<>(kind, this, rows);
    }

    /** Hands a change to the journal, in the order of the calls; returns what {@link #awaitForced} wants. */
    long append(String kind, String key, @Nullable Object value) {
        byte[] line = line(kind, key, value);
        return file == null ? 0 : file.append(line);
    }

    /**
     * Put together by hand: a tree in between would double the work of the busiest place there is, and as a part of something
     * else a value would not say of which type it is.
     */
    private byte[] line(String kind, String key, @Nullable Object value) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        line.writeBytes("{\"kind\":".getBytes(StandardCharsets.UTF_8));
        line.writeBytes(json.writeValueAsBytes(kind));
        line.writeBytes(",\"key\":".getBytes(StandardCharsets.UTF_8));
        line.writeBytes(json.writeValueAsBytes(key));
        if (value != null) {
            line.writeBytes(",\"value\":".getBytes(StandardCharsets.UTF_8));
            line.writeBytes(json.writeValueAsBytes(value));
        }
        line.write('}');
        return line.toByteArray();
    }

    /** Returns when the change and all before it would survive a power cut. */
    void awaitForced(long entry) {
        if (file != null) {
            file.awaitForced(entry);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
