package io.cloudpbx.dialing.store;

import io.cloudpbx.dialing.DialedFigures;
import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dialed_call}, counted. A call counts when it began. */
@Repository
public class DialedFigureRows implements FigureSource {
    private final JdbcClient jdbc;

    DialedFigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return DialedFigures.SUBJECT;
    }

    /** By outcome. */
    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return jdbc.sql("""
                        select date_bin('15 minutes', created_at, timestamptz 'epoch') as start, outcome, count(*) as amount
                        from dialed_call where created_at >= :from and created_at < :to group by 1, 2""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new TimedFigure(
                        row.getObject("start", OffsetDateTime.class).toInstant(),
                        row.getString("outcome"),
                        row.getLong("amount")))
                .list();
    }

    /** {@code ending} by outcome; {@code talk}, {@code seconds} spoken with whoever was called. */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return jdbc.sql("""
                        with counted as materialized (
                            select outcome, extract(epoch from ended_at - answered_at)::bigint as talk
                            from dialed_call where created_at >= :from and created_at < :to)
                        select 'ending' as topic, outcome as key, count(*) as amount from counted group by 2
                        union all
                        select 'talk', 'seconds', coalesce(sum(talk), 0) from counted where talk is not null having count(*) > 0""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Figure(row.getString("topic"), row.getString("key"), row.getLong("amount")))
                .list();
    }

    @Override
    public Optional<Instant> first() {
        return jdbc.sql("select created_at from dialed_call order by created_at, id limit 1")
                .query((row, index) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
