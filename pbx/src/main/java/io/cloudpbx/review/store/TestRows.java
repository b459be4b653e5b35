package io.cloudpbx.review.store;

import io.cloudpbx.calls.PastTurns.Said;
import io.cloudpbx.review.SavedTest;
import io.cloudpbx.review.flow.Expectation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code receptionist_test}. */
@Repository
public class TestRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    TestRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the turn is a test already */
    public void insert(SavedTest test) {
        jdbc.sql("""
                        insert into receptionist_test
                            (id, call_id, turn, caller, said, language, expected_kind, expected_target, expected_name,
                             created_at, created_by)
                        values (:id, :call, :turn, :caller, :said::jsonb, :language, :kind, :target, :name, :at, :by)""")
                .param("id", test.id())
                .param("call", test.callId())
                .param("turn", test.turn())
                .param("caller", test.caller())
                .param("said", json.writeValueAsString(test.said()))
                .param("language", test.language())
                .param("kind", test.expected().kind())
                .param("target", test.expected().target())
                .param("name", test.expectedName())
                .param("at", test.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", test.createdBy())
                .update();
    }

    public List<SavedTest> all() {
        return jdbc.sql("select * from receptionist_test order by created_at desc, id")
                .query(this::read)
                .list();
    }

    public Optional<SavedTest> find(UUID id) {
        return jdbc.sql("select * from receptionist_test where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    public long count() {
        return jdbc.sql("select count(*) from receptionist_test")
                .query(Long.class)
                .single();
    }

    public boolean delete(UUID id) {
        return jdbc.sql("delete from receptionist_test where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those of somebody with these numbers. */
    public void deleteOf(Collection<String> numbers) {
        jdbc.sql("delete from receptionist_test where caller = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }

    private SavedTest read(ResultSet row, int index) throws SQLException {
        return new SavedTest(
                row.getObject("id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getInt("turn"),
                row.getString("caller"),
                json.readValue(row.getString("said"), Said.class),
                row.getString("language"),
                new Expectation(row.getString("expected_kind"), row.getString("expected_target")),
                row.getString("expected_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }
}
