package io.cloudpbx.analytics.store;

import io.cloudpbx.analytics.flow.Pieces.Days;
import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.TimedFigure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days that were counted, and the marks on those that have to be counted anew. */
@Repository
public class TallyRows {
    private final JdbcClient jdbc;

    TallyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Days from the first to the last, which are both in it. */
    public Set<LocalDate> counted(String subject, LocalDate first, LocalDate last) {
        return new HashSet<>(
                jdbc.sql("select day from figure_counted where subject = :subject and day between :first and :last")
                        .param("subject", subject)
                        .param("first", first)
                        .param("last", last)
                        .query(TallyRows::day)
                        .list());
    }

    public List<Figure> totals(String subject, Days days) {
        return jdbc.sql("""
                        select topic, key, sum(amount) as amount from figure_day
                        where subject = :subject and day between :first and :last group by topic, key""")
                .param("subject", subject)
                .param("first", days.first())
                .param("last", days.last())
                .query((row, index) -> new Figure(row.getString("topic"), row.getString("key"), row.getLong("amount")))
                .list();
    }

    /** @param stretch a multiple of a quarter of an hour that an hour is a multiple of */
    public List<TimedFigure> byStretch(String subject, Days days, Duration stretch) {
        return jdbc.sql("""
                        select date_bin(make_interval(mins => :minutes), quarter, timestamptz 'epoch') as start, key, sum(amount) as amount
                        from figure_quarter where subject = :subject and quarter >= :from and quarter < :to group by 1, 2""")
                .param("minutes", (int) stretch.toMinutes())
                .param("subject", subject)
                .param("from", days.first().atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("to", days.last().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new TimedFigure(
                        row.getObject("start", OffsetDateTime.class).toInstant(),
                        row.getString("key"),
                        row.getLong("amount")))
                .list();
    }

    /** Counting of a day by one is over before another begins: the later would else be overwritten by the earlier. */
    public void hold(String subject, LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('figure ' || :subject), :day)::text")
                .param("subject", subject)
                .param("day", (int) day.toEpochDay())
                .query(String.class)
                .optional();
    }

    /** Written with the change itself, so that whoever sees the mark sees the change. */
    public void mark(String subject, Collection<LocalDate> days) {
        jdbc.sql("insert into figure_mark (subject, day) select :subject, unnest(:days::text[])::date")
                .param("subject", subject)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    public void unmark(String subject, LocalDate day) {
        jdbc.sql("delete from figure_mark where subject = :subject and day = :day")
                .param("subject", subject)
                .param("day", day)
                .update();
    }

    /** Newest first: that is what people look at. @param last the newest day that may be counted */
    public List<LocalDate> marked(String subject, LocalDate last) {
        return jdbc.sql("""
                        select distinct day from figure_mark where subject = :subject and day <= :last
                        order by day desc""")
                .param("subject", subject)
                .param("last", last)
                .query(TallyRows::day)
                .list();
    }

    /** Newest first, too. */
    public List<LocalDate> uncounted(String subject, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select day::date as day from generate_series(:first::date, :last::date, interval '1 day') as day
                        where not exists (select from figure_counted c where c.subject = :subject and c.day = day.day::date)
                        order by day desc""")
                .param("subject", subject)
                .param("first", first)
                .param("last", last)
                .query(TallyRows::day)
                .list();
    }

    /** In place of what was counted of the day before. */
    public void replace(String subject, LocalDate day, List<Figure> totals, List<TimedFigure> quarters) {
        jdbc.sql("delete from figure_day where subject = :subject and day = :day")
                .param("subject", subject)
                .param("day", day)
                .update();
        jdbc.sql("""
                        insert into figure_day (subject, day, topic, key, amount)
                        select :subject, :day, * from unnest(:topics, :keys, :amounts)""")
                .param("subject", subject)
                .param("day", day)
                .param("topics", totals.stream().map(Figure::topic).toArray(String[]::new))
                .param("keys", totals.stream().map(Figure::key).toArray(String[]::new))
                .param("amounts", totals.stream().map(Figure::amount).toArray(Long[]::new))
                .update();
        replaceQuarters(subject, day, quarters);
    }

    private void replaceQuarters(String subject, LocalDate day, List<TimedFigure> quarters) {
        var midnight = day.atStartOfDay().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from figure_quarter where subject = :subject and quarter >= :from and quarter < :to")
                .param("subject", subject)
                .param("from", midnight)
                .param("to", midnight.plusDays(1))
                .update();
        jdbc.sql("""
                        insert into figure_quarter (subject, quarter, key, amount)
                        select :subject, quarter::timestamptz, key, amount
                        from unnest(:quarters, :keys, :amounts) as given (quarter, key, amount)""")
                .param("subject", subject)
                .param(
                        "quarters",
                        quarters.stream()
                                .map(quarter -> quarter.start().toString())
                                .toArray(String[]::new))
                .param("keys", quarters.stream().map(TimedFigure::key).toArray(String[]::new))
                .param("amounts", quarters.stream().map(TimedFigure::amount).toArray(Long[]::new))
                .update();
    }

    public void counted(String subject, LocalDate day, Instant now) {
        jdbc.sql("""
                        insert into figure_counted (subject, day, counted_at) values (:subject, :day, :now)
                        on conflict (subject, day) do update set counted_at = excluded.counted_at""")
                .param("subject", subject)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static LocalDate day(ResultSet row, int index) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }
}
