package io.cloudpbx.sandbox.state;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading a journal back and writing it anew without what is out of date. */
final class JournalFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JournalFile() {}

    /** The last value per kind and key, in order of first appearance. Leaves a file that holds exactly those. */
    static Map<String, Map<String, JsonNode>> replayAndCompact(Path path) throws IOException {
        Map<String, Map<String, JsonNode>> live = new LinkedHashMap<>();
        boolean compact = replay(path, live);
        if (compact) {
            write(path, live);
        }
        return live;
    }

    /** Returns whether the file holds anything that is not live. */
    private static boolean replay(Path path, Map<String, Map<String, JsonNode>> live) throws IOException {
        byte[] bytes = readOrEmpty(path);
        int read = 0;
        int lines = 0;
        while (read < bytes.length) {
            int end = endOfLine(bytes, read);
            JsonNode line = end < 0 ? null : parse(bytes, read, end);
            if (line == null) {
                requireTornTail(path, bytes, end, lines + 1);
                return true;
            }
            apply(line, live);
            lines++;
            read = end + 1;
        }
        return lines > live.values().stream().mapToInt(Map::size).sum();
    }

    private static byte[] readOrEmpty(Path path) throws IOException {
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private static int endOfLine(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable JsonNode parse(byte[] bytes, int from, int to) {
        try {
            JsonNode line = JSON.readTree(Arrays.copyOfRange(bytes, from, to));
            return line.hasNonNull("kind") && line.hasNonNull("key") ? line : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A power cut tears only the end. Readable lines behind an unreadable one mean damage that we must not hide. */
    private static void requireTornTail(Path path, byte[] bytes, int endOfTorn, int lineNumber) throws IOException {
        int from = endOfTorn + 1;
        while (endOfTorn >= 0 && from < bytes.length) {
            int end = endOfLine(bytes, from);
            if (end < 0) {
                return;
            }
            if (parse(bytes, from, end) != null) {
                throw new IOException("Line %d of %s is damaged, though lines behind it are not. Repair or remove it."
                        .formatted(lineNumber, path));
            }
            from = end + 1;
        }
    }

    private static void apply(JsonNode line, Map<String, Map<String, JsonNode>> live) {
        Map<String, JsonNode> rows = live.computeIfAbsent(line.get("kind").asString(), kind -> new LinkedHashMap<>());
        String key = line.get("key").asString();
        JsonNode value = line.get("value");
        if (value == null) {
            rows.remove(key);
        } else {
            rows.put(key, value);
        }
    }

    private static void write(Path path, Map<String, Map<String, JsonNode>> live) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileOutputStream file = new FileOutputStream(fresh.toFile());
                OutputStream out = new BufferedOutputStream(file)) {
            for (var kind : live.entrySet()) {
                for (var row : kind.getValue().entrySet()) {
                    out.write(JSON.writeValueAsBytes(JSON.createObjectNode()
                            .put("kind", kind.getKey())
                            .put("key", row.getKey())
                            .set("value", row.getValue())));
                    out.write('\n');
                }
            }
            out.flush();
            file.getFD().sync();
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        forceFolders(List.of(path.toAbsolutePath().getParent()));
    }

    /** A rename or a new file is durable only when its folder is. */
    static void forceFolders(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
