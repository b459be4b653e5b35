package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.SavedReply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code saved_reply}; titles are unique, whatever their case. */
@Repository
public class SavedReplyRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    SavedReplyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<SavedReply> all() {
        return jdbc.sql("select * from saved_reply order by lower(title)")
                .query(SavedReplyRows::read)
                .list();
    }

    public Optional<SavedReply> find(UUID id) {
        return jdbc.sql("select * from saved_reply where id = :id")
                .param("id", id)
                .query(SavedReplyRows::read)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the title is taken */
    public void insert(UUID id, String title, String body) {
        jdbc.sql("insert into saved_reply (id, title, body, created_at) values (:id, :title, :body, :now)")
                .param("id", id)
                .param("title", title)
                .param("body", body)
                .param("now", Columns.utc(clock.instant()))
                .update();
    }

    /** False when the row has moved on from its version. */
    public boolean update(SavedReply reply) {
        return jdbc.sql("""
                        update saved_reply set title = :title, body = :body, version = version + 1
                        where id = :id and version = :version""")
                        .param("id", reply.id())
                        .param("title", reply.title())
                        .param("body", reply.body())
                        .param("version", reply.version())
                        .update()
                == 1;
    }

    public boolean delete(UUID id) {
        return jdbc.sql("delete from saved_reply where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static SavedReply read(ResultSet row, int index) throws SQLException {
        return new SavedReply(
                row.getObject("id", UUID.class), row.getString("title"), row.getString("body"), row.getLong("version"));
    }
}
