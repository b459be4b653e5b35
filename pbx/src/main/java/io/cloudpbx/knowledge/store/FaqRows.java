package io.cloudpbx.knowledge.store;

import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.FaqText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code faq_entry}. */
@Repository
public class FaqRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    FaqRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<FaqEntry> all() {
        return jdbc.sql("select * from faq_entry order by created_at, id")
                .query(FaqRows::read)
                .list();
    }

    public Optional<FaqEntry> find(UUID id) {
        return jdbc.sql("select * from faq_entry where id = :id")
                .param("id", id)
                .query(FaqRows::read)
                .optional();
    }

    public void insert(UUID id, FaqText text) {
        jdbc.sql("""
                        insert into faq_entry (id, question, answer, language, created_at)
                        values (:id, :question, :answer, :language, :now)""")
                .param("id", id)
                .param("question", text.question())
                .param("answer", text.answer())
                .param("language", text.language())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when the row has moved on from the version given. */
    public boolean replace(UUID id, FaqText text, long version) {
        return jdbc.sql("""
                        update faq_entry
                        set question = :question, answer = :answer, language = :language, version = version + 1
                        where id = :id and version = :version""")
                        .param("id", id)
                        .param("question", text.question())
                        .param("answer", text.answer())
                        .param("language", text.language())
                        .param("version", version)
                        .update()
                == 1;
    }

    public void delete(UUID id) {
        jdbc.sql("delete from faq_entry where id = :id").param("id", id).update();
    }

    private static FaqEntry read(ResultSet row, int index) throws SQLException {
        return new FaqEntry(
                row.getObject("id", UUID.class),
                new FaqText(row.getString("question"), row.getString("answer"), row.getString("language")),
                row.getLong("version"));
    }
}
