package io.cloudpbx.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    @TempDir
    Path folder;

    private Path file;

    record Note(String text, int count) {}

    @BeforeEach
    void name() {
        file = folder.resolve("journal.jsonl");
    }

    private void write(String key, Note note) {
        try (Journal journal = Journal.open(file)) {
            journal.table("note", Note.class).put(key, note);
        }
    }

    private List<Note> read() {
        try (Journal journal = Journal.open(file)) {
            return journal.table("note", Note.class).all();
        }
    }

    @Test
    void what_was_put_is_there_after_a_restart_in_the_same_order() {
        write("a", new Note("one", 1));
        write("b", new Note("two", 2));
        write("a", new Note("one again", 3));

        assertThat(read()).containsExactly(new Note("one again", 3), new Note("two", 2));
    }

    @Test
    void what_was_removed_stays_away() {
        write("a", new Note("one", 1));
        try (Journal journal = Journal.open(file)) {
            journal.table("note", Note.class).remove("a");
        }

        assertThat(read()).isEmpty();
    }

    @Test
    void a_change_is_in_the_file_when_put_returns() throws IOException {
        try (Journal journal = Journal.open(file)) {
            journal.table("note", Note.class).put("a", new Note("here", 1));

            assertThat(Files.readString(file)).contains("here").endsWith("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kind\":\"note\",\"ke", "{\"kind\":\"note\"}\n", "\0\0\0\0\0\0\0\0", "\0\0\0\n\0\0"})
    void a_torn_end_is_dropped_and_writing_goes_on_behind_what_is_whole(String torn) throws IOException {
        write("a", new Note("whole", 1));
        Files.writeString(file, torn, StandardOpenOption.APPEND);

        write("b", new Note("after", 2));

        assertThat(read()).containsExactly(new Note("whole", 1), new Note("after", 2));
    }

    @Test
    void damage_in_the_middle_is_not_hidden() throws IOException {
        write("a", new Note("one", 1));
        Files.writeString(file, "garbage\n", StandardOpenOption.APPEND);
        String intact = Files.readAllLines(file).getFirst();
        Files.writeString(file, intact + "\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Journal.open(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage(
                        "Line 2 of " + file + " is damaged, though lines behind it are not." + " Repair or remove it.");
    }

    @Test
    void a_start_drops_what_was_overwritten() throws IOException {
        for (int i = 0; i < 50; i++) {
            write("a", new Note("change", i));
        }

        read();

        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(read()).containsExactly(new Note("change", 49));
    }

    @Test
    void kinds_and_fields_of_a_newer_version_are_kept() throws IOException {
        String future = "{\"kind\":\"hologram\",\"key\":\"h1\",\"value\":{\"depth\":3}}";
        Files.writeString(file, future + "\n");

        write("a", new Note("one", 1));
        write("a", new Note("two", 2));
        read();

        assertThat(Files.readAllLines(file)).contains(future).hasSize(2);
    }

    @Test
    void many_threads_lose_nothing() throws Exception {
        try (Journal journal = Journal.open(file);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Table<Note> notes = journal.table("note", Note.class);
            for (int i = 0; i < 500; i++) {
                int number = i;
                threads.submit(() -> notes.put("k" + number, new Note("n", number)));
            }
        }

        assertThat(read()).hasSize(500).extracting(Note::count).doesNotHaveDuplicates();
    }

    @Test
    void an_interrupted_thread_does_not_break_the_journal_for_others() throws Exception {
        try (Journal journal = Journal.open(file)) {
            Table<Note> notes = journal.table("note", Note.class);
            Thread interrupted = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                notes.put("a", new Note("interrupted", 1));
            });
            interrupted.join();
            notes.put("b", new Note("after", 2));
        }

        assertThat(read()).containsExactly(new Note("interrupted", 1), new Note("after", 2));
    }
}
