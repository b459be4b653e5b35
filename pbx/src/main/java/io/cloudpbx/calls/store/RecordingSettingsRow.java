package io.cloudpbx.calls.store;

import io.cloudpbx.calls.flow.Recording.Rule;
import io.cloudpbx.calls.taping.RecordingSettings;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code recording_settings}; a migration put it there. */
@Repository
public class RecordingSettingsRow {
    private final JdbcClient jdbc;

    RecordingSettingsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public RecordingSettings read() {
        return jdbc.sql("select incoming, outgoing, state, version from recording_settings")
                .query((row, index) -> new RecordingSettings(
                        rule(row.getString("incoming")),
                        rule(row.getString("outgoing")),
                        row.getString("state"),
                        row.getLong("version")))
                .single();
    }

    private static Rule rule(String text) {
        return Rule.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String text(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(RecordingSettings wanted) {
        return jdbc.sql("""
                        update recording_settings
                        set incoming = :incoming, outgoing = :outgoing, state = :state, version = version + 1
                        where version = :version""")
                        .param("incoming", text(wanted.incoming()))
                        .param("outgoing", text(wanted.outgoing()))
                        .param("state", wanted.state())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }
}
