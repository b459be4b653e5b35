package io.cloudpbx.calls.store;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Waiting;
import io.cloudpbx.calls.flow.Waiting.Before;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table {@code call_waiting}. Writers hold the call's row, and then all of the table. Of whom nothing is heard any more does not keep
 * others waiting.
 */
@Repository
public class WaitingRows {
    /** For what is said before, and for the carrier. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** No conversation lasts longer. */
    private static final Duration LONGEST_CALL = Duration.ofHours(12);

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who waits, as this call finds it, until the transaction ends. */
    public Waiting lockFor(UUID call, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('call_waiting', 0))")
                .query((row, index) -> true)
                .single();
        Optional<Own> own = own(call);
        return new Waiting(
                true,
                own.map(Own::place).orElse(null),
                own.map(Own::since).map(since -> Duration.between(since, now)).orElse(Duration.ZERO),
                before(call, now),
                engaged(call, now));
    }

    private record Own(String place, Instant since) {}

    private Optional<Own> own(UUID call) {
        return jdbc.sql("select place, since from call_waiting where call_id = :call")
                .param("call", call)
                .query((row, index) -> new Own(
                        row.getString("place"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Map<String, Before> before(UUID call, Instant now) {
        Map<String, Before> before = new HashMap<>();
        jdbc.sql("""
                        select w.place, count(*) as all_of_them, count(*) filter (where cardinality(w.rung) = 0) as at_music
                        from call_waiting w
                        join call c on c.id = w.call_id
                        left join call_waiting me on me.call_id = :call and me.place = w.place
                        where w.call_id <> :call and c.ended_at is null and w.heard_by > :now
                            and (me.call_id is null or (w.since, w.call_id) < (me.since, me.call_id))
                        group by w.place""").param("call", call).param("now", utc(now)).query(row -> {
            before.put(row.getString("place"), new Before(row.getInt("all_of_them"), row.getInt("at_music")));
        });
        return before;
    }

    /** Phones that rang for this call are as free as ever, also before the carrier has said so. */
    private Set<String> engaged(UUID call, Instant now) {
        return Set.copyOf(jdbc.sql("""
                        select e.ext
                        from call c join call_leg l on l.call_id = c.id join extension e on e.id = l.extension_id
                        where c.ended_at is null and c.id <> :call and l.created_at > :since and l.ended_at is null
                        union
                        select unnest(w.rung)
                        from call_waiting w join call c on c.id = w.call_id
                        where c.ended_at is null and c.id <> :call and w.heard_by > :now""")
                .param("call", call)
                .param("now", utc(now))
                .param("since", utc(now.minus(LONGEST_CALL)))
                .query(String.class)
                .list());
    }

    /** The caller goes there now: to music, to the phones of those who are rung, or out of every queue. */
    public void went(UUID call, CallStep step, Plan plan, Instant now) {
        if (!plan.hasQueues()) {
            return;
        }
        switch (step) {
            case CallStep.Wait wait -> save(call, wait.place(), List.of(), now, CallStep.Wait.ROUND);
            case CallStep.RingGroup group
            when plan.at(group.place()).orElse(null) instanceof Node.Queue ->
                save(
                        call,
                        group.place(),
                        group.callees().stream().map(Callee::ext).toList(),
                        now,
                        group.ringFor());
            default -> left(call);
        }
    }

    /** Whether a caller who goes there is in a queue then. */
    public static boolean isInQueue(CallStep step, Plan plan) {
        return switch (step) {
            case CallStep.Wait wait -> true;
            case CallStep.RingGroup group -> plan.at(group.place()).orElse(null) instanceof Node.Queue;
            default -> false;
        };
    }

    private void save(UUID call, String place, List<String> rung, Instant now, Duration lasts) {
        jdbc.sql("""
                        insert into call_waiting (call_id, place, since, rung, heard_by)
                        values (:call, :place, :now, :rung, :heardBy)
                        on conflict (call_id) do update
                        set place = excluded.place, rung = excluded.rung, heard_by = excluded.heard_by,
                            since = case when call_waiting.place = excluded.place then call_waiting.since else excluded.since end""")
                .param("call", call)
                .param("place", place)
                .param("now", utc(now))
                .param("rung", rung.toArray(String[]::new))
                .param("heardBy", utc(now.plus(lasts).plus(GRACE)))
                .update();
    }

    /** Whoever hears music in a queue, and came there first. */
    public record AtMusic(UUID call, String place) {}

    public List<AtMusic> firstAtMusic(Instant now) {
        return jdbc.sql("""
                        select distinct on (w.place) w.place, w.call_id
                        from call_waiting w join call c on c.id = w.call_id
                        where c.ended_at is null and cardinality(w.rung) = 0 and w.heard_by > :now
                        order by w.place, w.since, w.call_id""")
                .param("now", utc(now))
                .query((row, index) -> new AtMusic(row.getObject("call_id", UUID.class), row.getString("place")))
                .list();
    }

    /** Who waits at a place, and since when the first of them does. */
    public record Line(String place, int waiting, Instant since) {}

    public List<Line> lines(Instant now) {
        return jdbc.sql("""
                        select w.place, count(*) as waiting, min(w.since) as since
                        from call_waiting w join call c on c.id = w.call_id
                        where c.ended_at is null and w.heard_by > :now group by w.place""")
                .param("now", utc(now))
                .query((row, index) -> new Line(
                        row.getString("place"),
                        row.getInt("waiting"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether anybody hears music, while this call itself waits in no queue. */
    public boolean matterTo(UUID call) {
        return jdbc.sql("""
                        select exists (select from call_waiting where cardinality(rung) = 0)
                            and not exists (select from call_waiting where call_id = :call)""").param("call", call).query(Boolean.class).single();
    }

    public void left(UUID call) {
        jdbc.sql("delete from call_waiting where call_id = :call")
                .param("call", call)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
