package io.cloudpbx.dialing.store;

import io.cloudpbx.dialing.ReachedCeiling;
import io.cloudpbx.dialing.flow.DialRules.Ceiling;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_ceiling_reached}. */
@Repository
public class CeilingRows {
    private final JdbcClient jdbc;

    CeilingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void reached(Ceiling ceiling, Instant now) {
        jdbc.sql("""
                        insert into call_ceiling_reached (ceiling, reached_at) values (:ceiling, :now)
                        on conflict (ceiling) do update set reached_at = excluded.reached_at""")
                .param("ceiling", ceiling.name().toLowerCase(Locale.ROOT))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<ReachedCeiling> since(Instant then) {
        return jdbc.sql("select * from call_ceiling_reached where reached_at >= :then order by reached_at")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new ReachedCeiling(
                        Ceiling.valueOf(row.getString("ceiling").toUpperCase(Locale.ROOT)),
                        row.getObject("reached_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Where other ceilings were chosen, it is another day. */
    public void forget() {
        jdbc.sql("delete from call_ceiling_reached").update();
    }
}
