package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.DeliveryFigures;
import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code delivery}, and what people did after a campaign's text, counted. */
@Repository
public class DeliveryFigureRows implements FigureSource {
    private final JdbcClient jdbc;

    DeliveryFigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return DeliveryFigures.SUBJECT;
    }

    /** {@code campaign}: texts that left. */
    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return jdbc.sql("""
                        select date_bin('15 minutes', sent_at, timestamptz 'epoch') as start, count(*) as amount
                        from delivery where sent_at >= :from and sent_at < :to group by 1""")
                .param("from", Columns.utc(from))
                .param("to", Columns.utc(to))
                .query((row, index) ->
                        new TimedFigure(Columns.instant(row, "start"), "campaign", row.getLong("amount")))
                .list();
    }

    /**
     * {@code campaign} by which and outcome: {@code delivered}, {@code failed}, {@code unconfirmed}, {@code opted_out} or
     * {@code replied}; {@code segments} and {@code media}, {@code sent}.
     */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return jdbc.sql("""
                        with counted as materialized (
                            select campaign_id, segments,
                                   case when state in ('delivered', 'failed') then state else 'unconfirmed' end as outcome
                            from delivery where sent_at >= :from and sent_at < :to)
                        select 'campaign' as topic, campaign_id || ' ' || outcome as key, count(*) as amount
                        from counted group by campaign_id, outcome
                        union all
                        select 'segments', 'sent', sum(segments) from counted where segments > 0 having count(*) > 0
                        union all
                        select 'media', 'sent', count(*) from counted where segments = 0 having count(*) > 0
                        union all
                        select 'campaign', campaign_id || ' opted_out', count(*) from campaign_opt_out
                        where at >= :from and at < :to group by campaign_id
                        union all
                        select 'campaign', campaign_id || ' replied', count(*) from campaign_reply
                        where at >= :from and at < :to group by campaign_id""")
                .param("from", Columns.utc(from))
                .param("to", Columns.utc(to))
                .query((row, index) -> new Figure(row.getString("topic"), row.getString("key"), row.getLong("amount")))
                .list();
    }

    public DeliveryFigures.Counted between(Instant from, Instant to) {
        return jdbc.sql("""
                        select (select count(*) from delivery where sent_at >= :from and sent_at < :to) as sent,
                               (select count(*) from delivery
                                where state = 'failed' and sent_at >= :from and sent_at < :to) as failed""")
                .param("from", Columns.utc(from))
                .param("to", Columns.utc(to))
                .query((row, index) -> new DeliveryFigures.Counted(row.getLong("sent"), row.getLong("failed")))
                .single();
    }

    @Override
    public Optional<Instant> first() {
        return jdbc.sql("select sent_at from delivery where sent_at is not null order by sent_at limit 1")
                .query((row, index) -> Columns.instant(row, "sent_at"))
                .optional();
    }

    public List<LocalDate> daysWith(Collection<PhoneNumber> people) {
        return jdbc.sql("""
                        with theirs as (
                            select d.id, d.sent_at from campaign c join delivery d on d.campaign_id = c.id and d.to_number = any(:people))
                        select (sent_at at time zone 'UTC')::date as day from theirs where sent_at is not null
                        union
                        select (o.at at time zone 'UTC')::date from campaign_opt_out o join theirs on theirs.id = o.delivery_id
                        union
                        select (r.at at time zone 'UTC')::date from campaign_reply r join theirs on theirs.id = r.delivery_id""")
                .param("people", people.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .query((row, index) -> row.getObject("day", LocalDate.class))
                .list();
    }

    public Map<UUID, String> names(Collection<UUID> campaigns) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from campaign where id = any(:ids)")
                .param("ids", campaigns.toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> names.put(row.getObject("id", UUID.class), row.getString("name")));
        return names;
    }
}
