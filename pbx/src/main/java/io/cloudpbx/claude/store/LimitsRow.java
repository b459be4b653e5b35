package io.cloudpbx.claude.store;

import io.cloudpbx.claude.Limits;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code claude_limits}; a migration put it there. */
@Repository
public class LimitsRow {
    private final JdbcClient jdbc;

    LimitsRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Limits read() {
        return jdbc.sql("select * from claude_limits").query(LimitsRow::limits).single();
    }

    /** Until the caller's transaction ends nobody else counts. */
    public Limits hold() {
        return jdbc.sql("select * from claude_limits for update")
                .query(LimitsRow::limits)
                .single();
    }

    private static Limits limits(ResultSet row, int index) throws SQLException {
        return new Limits(
                row.getInt("texts_per_number"),
                row.getInt("calls_per_number"),
                row.getInt("read_per_call"),
                row.getInt("written_per_call"),
                row.getInt("cents_per_day"),
                row.getInt("cents_per_month"),
                row.getLong("version"));
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(Limits wanted) {
        return jdbc.sql("""
                        update claude_limits
                        set texts_per_number = :texts, calls_per_number = :calls, read_per_call = :read,
                            written_per_call = :written, cents_per_day = :day, cents_per_month = :month,
                            version = version + 1
                        where version = :version""")
                        .param("texts", wanted.textsPerNumber())
                        .param("calls", wanted.callsPerNumber())
                        .param("read", wanted.readPerCall())
                        .param("written", wanted.writtenPerCall())
                        .param("day", wanted.centsPerDay())
                        .param("month", wanted.centsPerMonth())
                        .param("version", wanted.version())
                        .update()
                == 1;
    }
}
