package io.cloudpbx.voicemail.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.voicemail.store.VoicemailRows.Selection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Years of messages, of which a few were deleted and a few are in the general mailbox. */
class ManyVoicemailsTest {
    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();
    private final VoicemailRows rows = new VoicemailRows(jdbc, new MovableClock());
    private final UUID dana = UUID.randomUUID();

    @BeforeEach
    void messages_of_years() {
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, created_at)
                        values (?, '101', 'Dana Whitfield', '', '', now())""").param(dana).update();
        jdbc.sql("""
                        insert into voicemail (id, recording_id, call_id, extension_id, from_e164, received_at, state, blob_key,
                            deleted_at, deleted_by)
                        select gen_random_uuid(), 'RE' || i, 'CA' || i, case when i % 1000 = 0 then null else ?::uuid end,
                            '+1415555' || lpad(i::text, 5, '0'), now() - make_interval(mins => i), 'stored', i::text,
                            case when i % 1000 = 1 then now() end, case when i % 1000 = 1 then 'Dana' end
                        from generate_series(1, 20000) i""").param(dana).update();
        jdbc.sql("analyze voicemail").update();
    }

    private static Selection of(@Nullable String ext, boolean deleted) {
        return new Selection(ext, false, deleted, null, null);
    }

    private String plan(String sql, Map<String, ?> values) {
        return jdbc.sql("explain " + sql).params(values).query((row, index) -> row.getString(1)).list().stream()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void what_was_deleted_is_found_without_going_through_the_rest() {
        assertThat(rows.newest(of(null, true), 50)).hasSize(20).allMatch(message -> message.deleted() != null);

        var wanted = VoicemailRows.wanted(of(null, true)).with("limit", 50);
        assertThat(plan(VoicemailRows.newest(wanted), wanted.values()))
                .contains("voicemail_deleted")
                .doesNotContain("Seq Scan on voicemail v");
    }

    @Test
    void what_one_caller_left_is_found_without_going_through_what_others_did() {
        assertThat(plan(VoicemailRows.FROM, Map.of("numbers", new String[] {"+141555500017"})))
                .contains("voicemail_from")
                .doesNotContain("Seq Scan on voicemail v");
    }

    @Test
    void a_mailbox_is_somebodys_or_the_general_one() {
        assertThat(rows.newest(of("general", false), 50))
                .hasSize(20)
                .allMatch(message -> message.extensionId() == null);
        assertThat(rows.newest(of("101", false), 50))
                .hasSize(50)
                .allMatch(message -> dana.equals(message.extensionId()));
        assertThat(rows.newest(of("102", false), 50)).isEqualTo(List.of());
    }
}
