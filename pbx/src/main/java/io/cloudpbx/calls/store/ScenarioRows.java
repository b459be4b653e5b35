package io.cloudpbx.calls.store;

import io.cloudpbx.calls.routing.Scenario;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_scenario}. */
@Repository
public class ScenarioRows {
    private final JdbcClient jdbc;

    ScenarioRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By their names. */
    public List<Scenario> all() {
        return jdbc.sql("select * from call_scenario order by lower(name)")
                .query(ScenarioRows::read)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another one is called so */
    public void insert(Scenario scenario, String by, Instant now) {
        jdbc.sql("""
                        insert into call_scenario (id, name, from_e164, to_e164, at, keys, ends, created_at, created_by)
                        values (:id, :name, :from, :to, :at, :keys, :ends, :now, :by)""")
                .param("id", scenario.id())
                .param("name", scenario.name())
                .param(
                        "from",
                        Optional.ofNullable(scenario.from())
                                .map(PhoneNumber::e164)
                                .orElse(null))
                .param("to", scenario.to().e164())
                .param("at", scenario.at().atOffset(ZoneOffset.UTC))
                .param("keys", scenario.keys().toArray(String[]::new))
                .param("ends", scenario.ends())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Saved calls of these callers: without them they are no calls. */
    public void forget(Collection<PhoneNumber> callers) {
        jdbc.sql("delete from call_scenario where from_e164 = any(:callers)")
                .param("callers", callers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
    }

    public boolean delete(UUID id) {
        return jdbc.sql("delete from call_scenario where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Scenario read(ResultSet row, int index) throws SQLException {
        return new Scenario(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getString("from_e164"))
                        .map(PhoneNumber::new)
                        .orElse(null),
                new PhoneNumber(row.getString("to_e164")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("keys").getArray()),
                row.getString("ends"));
    }
}
