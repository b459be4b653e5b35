package io.cloudpbx.contacts.store;

import io.cloudpbx.contacts.ContactImport;
import io.cloudpbx.contacts.ContactImport.Counts;
import io.cloudpbx.contacts.ContactImport.Remark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code contact_import} and {@code contact_import_row}. */
@Repository
public class ImportRows {
    /** A file that nobody runs is not kept: it is full of people. */
    private static final Duration UNUSED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void insert(ContactImport file, byte[] content) {
        jdbc.sql("""
                        insert into contact_import (id, name, content, row_count, created_at, created_by)
                        values (:id, :name, :content, :rows, :at, :by)""")
                .param("id", file.id())
                .param("name", file.name())
                .param("content", content)
                .param("rows", file.rows())
                .param("at", Times.utc(file.createdAt()))
                .param("by", file.createdBy())
                .update();
    }

    public void deleteUnused() {
        jdbc.sql("delete from contact_import where ran_at is null and created_at < :before")
                .param("before", Times.utc(clock.instant().minus(UNUSED)))
                .update();
    }

    public Optional<ContactImport> find(UUID id) {
        return jdbc.sql("select * from contact_import where id = :id")
                .param("id", id)
                .query(ImportRows::read)
                .optional();
    }

    /** Nobody else runs it meanwhile. */
    public Optional<ContactImport> lock(UUID id) {
        return jdbc.sql("select * from contact_import where id = :id for update")
                .param("id", id)
                .query(ImportRows::read)
                .optional();
    }

    /** Empty once it was run. */
    public Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from contact_import where id = :id and content is not null")
                .param("id", id)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    public void finish(UUID id, Counts counts) {
        jdbc.sql("""
                        update contact_import
                        set content = null, ran_at = :now, added = :added, changed = :changed, unchanged = :unchanged,
                            refused = :refused, opted_out = :optedOut, consents = :consents
                        where id = :id""")
                .param("id", id)
                .param("now", Times.utc(clock.instant()))
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("refused", counts.refused())
                .param("optedOut", counts.optedOut())
                .param("consents", counts.consents())
                .update();
    }

    public void remark(UUID id, List<Remark> remarks) {
        jdbc.sql("""
                        insert into contact_import_row (import_id, line, code, reason)
                        select :id, line, code, reason
                        from unnest(:lines::bigint[], :codes::text[], :reasons::text[]) as told (line, code, reason)""")
                .param("id", id)
                .param("lines", remarks.stream().map(Remark::line).toArray(Long[]::new))
                .param("codes", remarks.stream().map(Remark::code).toArray(String[]::new))
                .param("reasons", remarks.stream().map(Remark::reason).toArray(String[]::new))
                .update();
    }

    public List<Remark> remarks(UUID id) {
        return jdbc.sql("select * from contact_import_row where import_id = :id order by line")
                .param("id", id)
                .query((row, index) -> new Remark(row.getLong("line"), row.getString("code"), row.getString("reason")))
                .list();
    }

    private static ContactImport read(ResultSet row, int index) throws SQLException {
        var ranAt = row.getObject("ran_at", OffsetDateTime.class);
        return new ContactImport(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("row_count"),
                Times.instant(row, "created_at"),
                row.getString("created_by"),
                ranAt == null ? null : ranAt.toInstant(),
                new Counts(
                        row.getInt("added"),
                        row.getInt("changed"),
                        row.getInt("unchanged"),
                        row.getInt("refused"),
                        row.getInt("opted_out"),
                        row.getInt("consents")));
    }
}
