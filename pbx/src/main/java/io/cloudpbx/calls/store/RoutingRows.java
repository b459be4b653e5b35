package io.cloudpbx.calls.store;

import io.cloudpbx.calls.Traces;
import io.cloudpbx.calls.flow.Rotation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rules of a call flow look at, from the tables {@code call}, {@code call_step} and {@code call_leg}. */
@Repository
public class RoutingRows {
    /** A caller who calls again later is no call that comes back. */
    private static final Duration COMES_BACK_WITHIN = Duration.ofMinutes(10);

    /** Whoever was not rung in all this time has not been for long. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** No request is made without a path. */
    private static final String NOT_ASKED = "";

    private final JdbcClient jdbc;

    RoutingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a call is led.
     *
     * @param answer what the request was answered before; null when it was not
     * @param version of the plan that it began with
     * @param taken how many steps it has taken
     * @param comebacks how many other calls of the same caller, or of withheld callers to the same number, ring phones outside
     * @param revision of the people, the numbers and the company's choices
     * @param closures whether any hours are closed by hand
     */
    public record Led(
            @Nullable String answer,
            int version,
            int taken,
            int comebacks,
            long revision,
            boolean closures,
            Traces traces) {}

    public Led of(UUID call, Instant now) {
        return of(call, NOT_ASKED, now);
    }

    /** @param request which the carrier makes about it now */
    public Led of(UUID call, String request, Instant now) {
        return jdbc.sql("""
                        select (select answer from call_step s where s.call_id = c.id and s.request = :request) as answer,
                            coalesce(c.plan_version, 0) as version,
                            (select count(*) from call_step s where s.call_id = c.id) as taken,
                            (select count(*) from call o
                             where o.ended_at is null and o.place = 'ringing' and o.id <> c.id
                               and (o.from_e164 = c.from_e164
                                   or o.from_e164 is null and c.from_e164 is null and o.to_e164 = c.to_e164)
                               and o.started_at > :since) as comebacks,
                            (select revision from routing_revision) as revision,
                            exists (select from call_plan_closure) as closures,
                            exists (select from call_handling h where h.call_id = c.id) as in_hands,
                            exists (select from call_waiting w where w.call_id = c.id) as waiting,
                            exists (select from call_tape t where t.call_id = c.id) as taped
                        from call c where c.id = :call""")
                .param("call", call)
                .param("request", request)
                .param("since", now.minus(COMES_BACK_WITHIN).atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Led(
                        row.getString("answer"),
                        row.getInt("version"),
                        row.getInt("taken"),
                        row.getInt("comebacks"),
                        row.getLong("revision"),
                        row.getBoolean("closures"),
                        new Traces(row.getBoolean("in_hands"), row.getBoolean("waiting"), row.getBoolean("taped"))))
                .single();
    }

    /** Of the people, the numbers and the company's choices: another one when any of them has changed. */
    public long revision() {
        return jdbc.sql("select revision from routing_revision")
                .query(Long.class)
                .single();
    }

    /** Who was rung and talked when, by extension, before an instant. */
    public Rotation rotation(Instant before) {
        Map<String, Instant> rung = new HashMap<>();
        Map<String, Instant> spoke = new HashMap<>();
        jdbc.sql("""
                        select e.ext, rung.at as rung_at, spoke.at as spoke_at
                        from extension e
                        join lateral (
                            select l.created_at as at from call_leg l
                            where l.extension_id = e.id and l.created_at < :before and l.created_at > :since
                            order by l.created_at desc limit 1) rung on true
                        left join lateral (
                            select coalesce(l.ended_at, l.accepted_at) as at from call_leg l
                            where l.extension_id = e.id and l.created_at < :before and l.created_at > :since
                                and l.accepted_at is not null
                            order by l.created_at desc limit 1) spoke on true
                        where e.active""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("since", before.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    put(rung, row, "rung_at");
                    put(spoke, row, "spoke_at");
                });
        return new Rotation(rung, spoke);
    }

    private static void put(Map<String, Instant> times, ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        if (at != null) {
            times.put(row.getString("ext"), at.toInstant());
        }
    }
}
