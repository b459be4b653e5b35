package io.cloudpbx.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.startup.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileBlobStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    /** Of the five bytes "hello", as published in many places. */
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    private Path directory = Path.of("");

    private BlobStore store = new FileBlobStore(directory);
    private String key = "";

    @BeforeEach
    void openStore() {
        store = new FileBlobStore(directory.resolve("blobs"));
        key = BlobKeys.fresh("voicemail", CLOCK);
    }

    @Test
    void what_was_put_is_found_from_any_byte_on() throws IOException {
        Stored stored = store.put(key, file("hello"));
        assertThat(stored).isEqualTo(new Stored(key, 5, HELLO));
        Blob blob = store.find(key).orElseThrow();
        assertThat(blob.size()).isEqualTo(5);
        assertThat(blob.sha256()).isEqualTo(HELLO);
        assertThat(read(blob, 0)).isEqualTo("hello");
        assertThat(read(blob, 3)).isEqualTo("lo");
        assertThat(read(blob, 5)).isEmpty();
    }

    @Test
    void putting_again_replaces_and_leaves_nothing_else_behind() throws IOException {
        store.put(key, file("first"));
        store.put(key, file("second"));
        assertThat(read(store.find(key).orElseThrow(), 0)).isEqualTo("second");
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_put_that_fails_leaves_what_was_there_and_no_half_file() throws IOException {
        store.put(key, file("whole"));
        assertThatThrownBy(() -> store.put(key, directory.resolve("no such file")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(read(store.find(key).orElseThrow(), 0)).isEqualTo("whole");
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_full_medium_is_an_error_not_a_short_blob() {
        // A device that takes no byte stands for a full disk.
        Path full = Path.of("/dev/full");
        assertThatThrownBy(() -> new FileBlobStore(full).put(key, file("x"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_changed_file_no_longer_has_its_hash() throws IOException {
        store.put(key, file("hello"));
        Files.writeString(directory.resolve("blobs").resolve(key), "jello");
        assertThat(store.find(key).orElseThrow().sha256()).isNotEqualTo(HELLO);
    }

    @Test
    void a_deleted_blob_is_not_found_and_deleting_again_is_no_error() throws IOException {
        store.put(key, file("hello"));
        store.delete(key);
        store.delete(key);
        assertThat(store.find(key)).isEmpty();
    }

    @Test
    void keys_are_dated_and_never_alike() {
        assertThat(key).matches("voicemail/2026/11/[0-9a-f]{32}");
        assertThat(BlobKeys.fresh("voicemail", CLOCK)).isNotEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../secret", "voicemail/2026/11/../../../x", "/etc/passwd", "voicemail/2026/11/short"})
    void what_is_no_key_is_refused(String hostile) {
        assertThatThrownBy(() -> store.find(hostile)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(hostile)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket?secret=word", "data/blobs", "", "file:"})
    void another_kind_of_store_is_refused_at_start_with_a_sentence(String url) {
        assertThatThrownBy(() -> new StorageConfiguration().blobStore(url))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("STORAGE_URL")
                .hasMessageNotContaining("word");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("source"), content);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(directory.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(Blob blob, long offset) throws IOException {
        try (var content = blob.open(offset)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
