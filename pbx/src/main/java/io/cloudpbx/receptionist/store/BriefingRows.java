package io.cloudpbx.receptionist.store;

import io.cloudpbx.receptionist.Briefings.Draft;
import io.cloudpbx.receptionist.Briefings.Published;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code receptionist_briefing}, to which is only added, and {@code receptionist_briefing_draft}, of one row. */
@Repository
public class BriefingRows {
    private final JdbcClient jdbc;

    BriefingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Published> asOf(Instant instant) {
        return jdbc.sql("""
                        select * from receptionist_briefing where published_at <= :at
                        order by published_at desc, version desc limit 1""")
                .param("at", instant.atOffset(ZoneOffset.UTC))
                .query(BriefingRows::read)
                .optional();
    }

    public Optional<Published> newest() {
        return all().stream().findFirst();
    }

    public Optional<Published> find(long version) {
        return jdbc.sql("select * from receptionist_briefing where version = :version")
                .param("version", version)
                .query(BriefingRows::read)
                .optional();
    }

    public List<Published> all() {
        return jdbc.sql("select * from receptionist_briefing order by version desc")
                .query(BriefingRows::read)
                .list();
    }

    /** Whoever publishes holds the draft, so the next number is theirs. */
    public Published publish(String text, String by, @Nullable Long restores, Instant at) {
        return jdbc.sql("""
                        insert into receptionist_briefing (version, text, published_at, published_by, restores)
                        select coalesce(max(version), 0) + 1, :text, :at, :by, :restores from receptionist_briefing
                        returning *""")
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("restores", restores)
                .query(BriefingRows::read)
                .single();
    }

    public Draft draft() {
        return jdbc.sql("select text, changed_at, changed_by, version from receptionist_briefing_draft")
                .query((row, index) -> new Draft(
                        row.getString("text"),
                        instant(row, "changed_at"),
                        row.getString("changed_by"),
                        row.getLong("version")))
                .single();
    }

    /** Until the caller's transaction ends, nobody else gets past here. */
    public void lock() {
        jdbc.sql("select version from receptionist_briefing_draft for update")
                .query(Long.class)
                .single();
    }

    /** False when the row has moved on from the version given. */
    public boolean saveDraft(String text, long seen, String by, Instant at) {
        return jdbc.sql("""
                        update receptionist_briefing_draft
                        set text = :text, changed_at = :at, changed_by = :by, version = version + 1
                        where version = :seen""")
                        .param("text", text)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    private static Published read(ResultSet row, int index) throws SQLException {
        return new Published(
                row.getLong("version"),
                row.getString("text"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getObject("restores", Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
