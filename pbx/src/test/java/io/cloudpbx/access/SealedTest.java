package io.cloudpbx.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTest {
    private static final byte[] SECRET = "a key of an app".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    @Test
    void what_was_sealed_is_opened_by_any_node_with_the_same_folder_or_key() {
        assertThat(at(null).open(at(null).seal(SECRET, "dana"), "dana")).isEqualTo(SECRET);
        String key = "0123456789abcdef".repeat(4);
        assertThat(at(key).open(at(key).seal(SECRET, "dana"), "dana")).isEqualTo(SECRET);
    }

    @Test
    void it_is_not_readable_and_never_twice_the_same() {
        byte[] hidden = at(null).seal(SECRET, "dana");
        assertThat(new String(hidden, StandardCharsets.ISO_8859_1)).doesNotContain("key");
        assertThat(at(null).seal(SECRET, "dana")).isNotEqualTo(hidden);
    }

    @Test
    void with_another_key_or_for_somebody_else_it_stays_closed() {
        byte[] hidden = at(null).seal(SECRET, "dana");
        assertThatThrownBy(() -> at("f".repeat(64)).open(hidden, "dana")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> at(null).open(hidden, "luis")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_key_is_its_owners_to_read_alone() throws Exception {
        at(null).seal(SECRET, "dana");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret-key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_key_of_another_form_is_refused_when_the_program_starts() {
        assertThatThrownBy(() -> at("too short")).hasMessageContaining("CLOUDPBX_SECRET_KEY must be 64 hex digits");
    }

    private Sealed at(@Nullable String key) {
        return new Sealed(new AccessSettings(data, URI.create("http://localhost:8080"), null, false, null, key));
    }
}
