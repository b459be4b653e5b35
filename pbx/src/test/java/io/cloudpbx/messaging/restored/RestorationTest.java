package io.cloudpbx.messaging.restored;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.database.DatabaseSlice;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.messaging.store.RecoveryRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which databases are taken for restored ones when the program starts (R26). */
class RestorationTest {
    private static final Instant BACKUP = Instant.parse("2026-11-20T08:15:00Z");

    private final TestDatabase original = TestDatabase.fresh();

    @TempDir
    Path data;

    @Import(RecoveryRows.class)
    static class Slice {}

    /** The program starts, and ends. @return the recovery that is open by then */
    private Optional<Recovery> startOn(TestDatabase database) {
        try (AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, database)) {
            RecoveryRows rows = context.getBean(RecoveryRows.class);
            new Restoration(rows, context.getBean(TransactionTemplate.class), new RecoverySettings(mark())).start();
            return rows.open();
        }
    }

    /** As a node does it every minute. */
    private static void seenIn(TestDatabase database) {
        try (AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, database)) {
            new StillHere(context.getBean(RecoveryRows.class)).run();
        }
    }

    private Instant lastSeen() {
        return original.jdbc()
                .sql("select seen_at from database_home")
                .query((row, index) ->
                        row.getObject("seen_at", OffsetDateTime.class).toInstant())
                .single();
    }

    private Path mark() {
        return data.resolve("restored");
    }

    private void lastSeen(Instant at) {
        JdbcClient jdbc = original.jdbc();
        jdbc.sql("update database_home set seen_at = :at::timestamptz")
                .param("at", at.toString())
                .update();
    }

    @Test
    void a_new_database_is_none_and_stays_none_however_often_it_is_started() {
        assertThat(startOn(original)).isEmpty();
        assertThat(startOn(original)).isEmpty();
    }

    @Test
    void a_copy_of_a_database_in_use_is_one_and_tells_when_its_backup_was_made() {
        startOn(original);
        lastSeen(BACKUP);
        TestDatabase restored = original.copy();

        assertThat(startOn(restored)).hasValueSatisfying(recovery -> {
            assertThat(recovery.since()).isEqualTo(BACKUP);
            assertThat(recovery.comparedFrom()).isNull();
            assertThat(recovery.mayBeResumed()).isFalse();
        });
        assertThat(startOn(restored))
                .as("nobody has resumed it")
                .hasValueSatisfying(recovery -> assertThat(recovery.since()).isEqualTo(BACKUP));
        assertThat(startOn(original)).as("what it was copied of").isEmpty();
    }

    @Test
    void when_a_backup_was_made_is_still_known_when_work_begins_on_its_copy_before_it_is_looked_at() {
        startOn(original);
        lastSeen(BACKUP);
        TestDatabase restored = original.copy();

        seenIn(restored);

        assertThat(startOn(restored))
                .hasValueSatisfying(recovery -> assertThat(recovery.since()).isEqualTo(BACKUP));
        seenIn(original);
        assertThat(lastSeen()).as("where it is at home").isAfter(BACKUP);
    }

    @Test
    void which_backup_a_database_was_restored_from_is_still_known_when_it_was_resumed() {
        startOn(original);
        lastSeen(BACKUP);
        TestDatabase restored = original.copy();
        Instant began = startOn(restored).orElseThrow().beganAt();
        restored.jdbc()
                .sql("update recovery set resumed_at = now(), resumed_by = 'Dana'")
                .update();

        try (AnnotationConfigApplicationContext context = DatabaseSlice.of(Slice.class, restored)) {
            RecoveryRows rows = context.getBean(RecoveryRows.class);
            assertThat(rows.restoredFrom(began.minusSeconds(1))).hasValue(BACKUP);
            assertThat(rows.restoredFrom(began)).as("later").isEmpty();
        }
    }

    @Test
    void one_that_is_marked_is_one_once() throws Exception {
        startOn(original);
        lastSeen(BACKUP);
        Files.createFile(mark());

        assertThat(startOn(original))
                .hasValueSatisfying(recovery -> assertThat(recovery.since()).isEqualTo(BACKUP));

        assertThat(mark()).doesNotExist();
        original.jdbc()
                .sql("update recovery set resumed_at = now(), resumed_by = 'Dana'")
                .update();
        assertThat(startOn(original)).isEmpty();
    }

    @Test
    void a_backup_of_one_that_nobody_had_resumed_begins_anew() {
        startOn(original);
        TestDatabase restored = original.copy();
        Recovery first = startOn(restored).orElseThrow();
        restored.jdbc()
                .sql("update recovery set compared_from = began_at + interval '1 hour'")
                .update();

        assertThat(startOn(restored.copy())).hasValueSatisfying(again -> {
            assertThat(again.beganAt()).isAfter(first.beganAt());
            assertThat(again.mayBeResumed()).isFalse();
        });
    }
}
