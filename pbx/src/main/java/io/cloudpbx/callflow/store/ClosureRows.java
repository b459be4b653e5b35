package io.cloudpbx.callflow.store;

import io.cloudpbx.callflow.Closure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_plan_closure}. */
@Repository
public class ClosureRows {
    private final JdbcClient jdbc;

    ClosureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Closure> all() {
        return jdbc.sql("select * from call_plan_closure order by hours")
                .query((row, index) -> new Closure(
                        row.getString("hours"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("until", OffsetDateTime.class)),
                        row.getString("closed_by")))
                .list();
    }

    /** One that still holds is prolonged or shortened; after one that is over, another begins. */
    public void close(Closure closure) {
        jdbc.sql("""
                        insert into call_plan_closure (hours, since, until, closed_by) values (:hours, :since, :until, :by)
                        on conflict (hours) do update
                        set until = excluded.until, closed_by = excluded.closed_by,
                            since = case when call_plan_closure.until <= excluded.since then excluded.since
                                else call_plan_closure.since end""")
                .param("hours", closure.hours())
                .param("since", utc(closure.since()))
                .param("until", utc(closure.until()))
                .param("by", closure.by())
                .update();
    }

    public void open(String hours) {
        jdbc.sql("delete from call_plan_closure where hours = :hours")
                .param("hours", hours)
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
