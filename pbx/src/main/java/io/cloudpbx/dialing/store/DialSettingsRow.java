package io.cloudpbx.dialing.store;

import io.cloudpbx.dialing.DialSettings;
import io.cloudpbx.dialing.flow.DialRules;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of choices; a migration put it there. */
@Repository
public class DialSettingsRow {
    private final JdbcClient jdbc;

    DialSettingsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DialSettings read() {
        return jdbc.sql("select * from dial_settings")
                .query((row, index) -> new DialSettings(
                        new DialRules(
                                Set.of((String[]) row.getArray("countries").getArray()),
                                row.getInt("calls_per_day"),
                                row.getInt("cents_per_day")),
                        row.getLong("version")))
                .single();
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(DialSettings wanted) {
        return jdbc.sql("""
                        update dial_settings set countries = :countries, calls_per_day = :calls, cents_per_day = :cents,
                            version = version + 1
                        where version = :version""")
                        .param("countries", wanted.rules().countries().toArray(String[]::new))
                        .param("calls", wanted.rules().callsPerDay())
                        .param("cents", wanted.rules().centsPerDay())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }
}
