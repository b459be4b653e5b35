package io.cloudpbx.dialing.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Seals;
import io.cloudpbx.dialing.HelpCalled;
import io.cloudpbx.dialing.flow.HelpNumber;
import io.cloudpbx.telephony.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls for help that wait for the database outlive the program. */
class AlarmFileTest {
    @TempDir
    private Path folder;

    private static HelpCalled call() {
        return new HelpCalled(
                UUID.randomUUID(),
                Instant.parse("2026-11-30T10:15:30.123Z"),
                "Dana Whitfield",
                "101",
                new PhoneNumber("+14155550190"),
                new PhoneNumber("+14155550170"),
                HelpNumber.EMERGENCY,
                false,
                true);
    }

    private AlarmFile file() {
        return new AlarmFile(Seals.settings(folder), Seals.in(folder));
    }

    @Test
    void what_was_kept_before_a_crash_is_there_after_it_in_order() {
        HelpCalled first = call();
        HelpCalled second = call();
        file().keep(first);
        file().keep(second);

        assertThat(file().all()).containsExactly(first, second);
        file().forget(first);
        assertThat(file().all()).containsExactly(second);
    }

    @Test
    void nothing_is_left_of_what_the_database_has_and_nothing_can_be_read_in_between() throws Exception {
        HelpCalled call = call();
        file().keep(call);
        Path kept = folder.resolve("help-calls");
        assertThat(Files.readString(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Whitfield", "5550190");

        file().forget(call);
        assertThat(kept).doesNotExist();
        assertThat(file().all()).isEmpty();
    }

    @Test
    void a_file_that_is_torn_stops_nobody() throws Exception {
        Files.writeString(folder.resolve("help-calls"), "torn");

        assertThat(file().all()).isEmpty();
        HelpCalled call = call();
        file().keep(call);
        assertThat(file().all()).containsExactly(call);
    }

    @Test
    void whoever_is_told_learns_who_where_and_how_to_call_back() {
        assertThat(call().sentence())
                .isEqualTo("Dana Whitfield (extension 101) called 911. Call back: (415) 555-0190. "
                        + "(415) 555-0170 has no registered address, so help has to ask where to go.");
        assertThat(call().notPlaced().sentence()).contains("tried to call 911", "The carrier did not take the call");
    }
}
