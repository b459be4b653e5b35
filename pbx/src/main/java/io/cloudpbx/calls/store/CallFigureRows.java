package io.cloudpbx.calls.store;

import io.cloudpbx.calls.CallFigures;
import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls that came in, from the table {@code call}, counted. */
@Repository
public class CallFigureRows implements FigureSource {
    private final JdbcClient jdbc;

    CallFigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return CallFigures.SUBJECT;
    }

    /** By outcome. */
    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return jdbc.sql("""
                        select date_bin('15 minutes', started_at, timestamptz 'epoch') as start, outcome, count(*) as amount
                        from call where started_at >= :from and started_at < :to and dialer is null group by 1, 2""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new TimedFigure(
                        row.getObject("start", OffsetDateTime.class).toInstant(),
                        row.getString("outcome"),
                        row.getLong("amount")))
                .list();
    }

    /**
     * {@code ending} by outcome; {@code extension} and {@code number} by which and outcome; {@code receptionist}, those that came to
     * the receptionist, by outcome; {@code wait} by seconds until a person answered; {@code talk}, {@code seconds} spoken with people.
     *
     * <p>One pass over the calls, and one for each topic over what is left of them.
     */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return jdbc.sql("""
                        with counted as materialized (
                            select outcome, extension_id, to_e164,
                                   figure_class(extract(epoch from answered_at - started_at)::bigint) as wait,
                                   extract(epoch from ended_at - answered_at)::bigint as talk,
                                   exists (select from call_turn t where t.call_id = c.id) as received
                            from call c where started_at >= :from and started_at < :to and dialer is null)
                        select 'ending' as topic, outcome as key, count(*) as amount from counted group by 2
                        union all
                        select 'extension', extension_id || ' ' || outcome, count(*) from counted
                        where extension_id is not null group by extension_id, outcome
                        union all
                        select 'number', to_e164 || ' ' || outcome, count(*) from counted
                        where to_e164 is not null and outcome <> 'rejected' group by to_e164, outcome
                        union all
                        select 'receptionist', outcome, count(*) from counted where received group by 2
                        union all
                        select 'wait', wait::text, count(*) from counted where wait is not null group by wait
                        union all
                        select 'talk', 'seconds', coalesce(sum(talk), 0) from counted where talk is not null having count(*) > 0""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Figure(row.getString("topic"), row.getString("key"), row.getLong("amount")))
                .list();
    }

    @Override
    public Optional<Instant> first() {
        return jdbc.sql("select started_at from call order by started_at, id limit 1")
                .query((row, index) ->
                        row.getObject("started_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    public Optional<Instant> startOf(UUID id) {
        return jdbc.sql("select started_at from call where id = :id")
                .param("id", id)
                .query((row, index) ->
                        row.getObject("started_at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
