package io.cloudpbx.claude.store;

import io.cloudpbx.figures.Figure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code claude_question}, counted. */
@Repository
public class QuestionFigureRows {
    private final JdbcClient jdbc;

    QuestionFigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day of a question is the business's, so it is found by its neighbours of UTC, too. */
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

    public Optional<Instant> first() {
        return jdbc.sql("select at from claude_question order by day, at limit 1")
                .query((row, index) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
