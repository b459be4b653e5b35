package io.cloudpbx.messaging.store;

import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import io.cloudpbx.messaging.TextFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code text_message}, counted. */
@Repository
public class TextFigureRows implements FigureSource {
    /** What never reached the carrier, because the gate refused it or somebody thought better of it, is not counted. */
    private static final String COUNTED = """
            from text_message m
            where coalesce(sent_at, created_at) >= :from and coalesce(sent_at, created_at) < :to
              and (inbound or sent_at is not null or state = 'rejected')""";

    private static final String AUTHOR =
            "case when inbound then 'in' when author_kind in ('assistant', 'person') then author_kind else 'automatic' end";

    private final JdbcClient jdbc;

    TextFigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return TextFigures.SUBJECT;
    }

    /** {@code in}, and what left by who wrote it: {@code assistant}, {@code person}, {@code automatic}. */
    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return jdbc.sql("select date_bin('15 minutes', coalesce(sent_at, created_at), timestamptz 'epoch') as start, "
                        + AUTHOR + " as author, count(*) as amount " + COUNTED + " group by 1, 2")
                .param("from", Columns.utc(from))
                .param("to", Columns.utc(to))
                .query((row, index) ->
                        new TimedFigure(Columns.instant(row, "start"), row.getString("author"), row.getLong("amount")))
                .list();
    }

    /**
     * {@code author} as above; {@code outcome}, {@code delivered}, {@code failed} or {@code unconfirmed}; {@code opt_out},
     * {@code words}; {@code segments} and {@code media}, {@code sent}; {@code first_answer} by who answered first ({@code assistant}
     * or {@code person}) and seconds waited, counted when the answer left.
     *
     * <p>A wait begins with the first text that came in after the last answer by a person or the assistant.
     */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return jdbc.sql("with counted as materialized (select " + AUTHOR + """
                         as author, id, conversation_id, created_at, sent_at, meaning, segments, media_count,
                         case when inbound then null
                              when carrier_status in ('delivered', 'read') then 'delivered'
                              when state = 'rejected' or carrier_status in ('undelivered', 'failed', 'canceled') then 'failed'
                              else 'unconfirmed' end as outcome
                        """ + COUNTED + """
                        ), answered as (
                            select a.author, figure_class(extract(epoch from a.sent_at - (
                                select min(i.created_at) from text_message i
                                where i.conversation_id = a.conversation_id and i.inbound and i.created_at < a.created_at
                                  and i.created_at > coalesce((
                                      select max(p.created_at) from text_message p
                                      where p.conversation_id = a.conversation_id and not p.inbound
                                        and p.author_kind in ('assistant', 'person') and p.sent_at is not null
                                        and p.created_at < a.created_at), '-infinity')))::bigint) as wait
                            from counted a where a.author in ('assistant', 'person') and a.sent_at is not null)
                        select 'author' as topic, author as key, count(*) as amount from counted group by 2
                        union all
                        select 'outcome', outcome, count(*) from counted where outcome is not null group by 2
                        union all
                        select 'opt_out', 'words', count(*) from counted where meaning = 'opt_out' having count(*) > 0
                        union all
                        select 'segments', 'sent', sum(segments) from counted
                        where sent_at is not null and media_count = 0 having count(*) > 0
                        union all
                        select 'media', 'sent', count(*) from counted
                        where sent_at is not null and media_count > 0 having count(*) > 0
                        union all
                        select 'first_answer', author || ' ' || wait, count(*) from answered where wait is not null
                        group by author, wait""")
                .param("from", Columns.utc(from))
                .param("to", Columns.utc(to))
                .query((row, index) -> new Figure(row.getString("topic"), row.getString("key"), row.getLong("amount")))
                .list();
    }

    public TextFigures.Counted between(Instant from, Instant to) {
        return jdbc.sql("""
                        select count(*) filter (where inbound) as received, count(*) filter (where not inbound) as sent,
                            count(*) filter (where not inbound
                                and (state = 'rejected' or carrier_status in ('undelivered', 'failed', 'canceled'))) as failed
                        """ + COUNTED)
                .param("from", Columns.utc(from))
                .param("to", Columns.utc(to))
                .query((row, index) ->
                        new TextFigures.Counted(row.getLong("received"), row.getLong("sent"), row.getLong("failed")))
                .single();
    }

    @Override
    public Optional<Instant> first() {
        return jdbc.sql("select created_at from text_message order by coalesce(sent_at, created_at) limit 1")
                .query((row, index) -> Columns.instant(row, "created_at"))
                .optional();
    }

    public Optional<Instant> writtenAt(UUID id) {
        return jdbc.sql("select created_at from text_message where id = :id")
                .param("id", id)
                .query((row, index) -> Columns.instant(row, "created_at"))
                .optional();
    }

    public List<LocalDate> daysWith(UUID contact) {
        return jdbc.sql("""
                        select distinct (coalesce(m.sent_at, m.created_at) at time zone 'UTC')::date as day
                        from conversation c join text_message m on m.conversation_id = c.id where c.contact_id = :contact""")
                .param("contact", contact)
                .query((row, index) -> row.getObject("day", LocalDate.class))
                .list();
    }
}
