package io.cloudpbx.calls.store;

import io.cloudpbx.calls.routing.Rehearsed.PastCall;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls that were, from the tables {@code call} and {@code call_step}, with the keys that were pressed in them. */
@Repository
public class PastCallRows {
    private final JdbcClient jdbc;

    PastCallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<PastCall> since(Instant since, int limit) {
        return jdbc.sql("""
                        select c.id, c.from_e164, c.to_e164, c.started_at,
                            array(select s.pressed from call_step s
                                  where s.call_id = c.id and s.pressed is not null order by s.seq) as keys
                        from call c where c.started_at >= :since and not c.forgotten and c.dialer is null
                        order by c.started_at desc, c.id desc limit :limit""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(PastCallRows::read)
                .list();
    }

    private static PastCall read(ResultSet row, int index) throws SQLException {
        return new PastCall(
                row.getObject("id", UUID.class),
                number(row.getString("from_e164")),
                number(row.getString("to_e164")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("keys").getArray()));
    }

    private static @Nullable PhoneNumber number(@Nullable String e164) {
        return e164 == null ? null : new PhoneNumber(e164);
    }
}
