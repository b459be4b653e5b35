package io.cloudpbx.claude.store;

import io.cloudpbx.claude.SpendingFigures;
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

/**
 * The table {@code claude_question}, counted. A question counts when it was asked; its price stands seconds later and changes no more.
 */
@Repository
public class QuestionFigureRows implements FigureSource {
    private final JdbcClient jdbc;

    QuestionFigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return SpendingFigures.SUBJECT;
    }

    /** None: nobody looks at the hours of what is paid by the day. */
    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return List.of();
    }

    /**
     * By what was asked about, {@code calls} or {@code texts}, reviews among the latter: {@code questions} and {@code dollars}, in
     * millionths; {@code unpriced}, questions of a model whose price is not known.
     *
     * <p>The day of a question is the business's, so it is found by its neighbours of UTC, too.
     */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return jdbc.sql("""
                        with counted as materialized (
                            select case when call_id is null then 'texts' else 'calls' end as about, dollars,
                                   settled and dollars = 0 and tokens_read + tokens_written > 0 as unpriced
                            from claude_question
                            where day between (:from at time zone 'UTC')::date - 1 and (:to at time zone 'UTC')::date + 1
                              and at >= :from and at < :to)
                        select 'questions' as topic, about as key, count(*) as amount from counted group by 2
                        union all
                        select 'dollars', about, round(sum(dollars) * 1000000)::bigint from counted group by 2
                        union all
                        select 'unpriced', about, count(*) from counted where unpriced group by 2""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Figure(row.getString("topic"), row.getString("key"), row.getLong("amount")))
                .list();
    }

    @Override
    public Optional<Instant> first() {
        return jdbc.sql("select at from claude_question order by day, at limit 1")
                .query((row, index) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
