package io.cloudpbx.campaigns.store;

import io.cloudpbx.campaigns.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries that have left, counted by when; the index {@code delivery_state} holds all that this needs. */
@Repository
public class TimelineRows {
    private final JdbcClient jdbc;

    TimelineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param at when the part begins */
    public record Counted(Instant at, State state, long count) {}

    /** What the carrier refused has not left; it stands where it was refused. */
    public List<Counted> counted(UUID campaignId, Instant from, Duration step) {
        return jdbc.sql("""
                        select date_bin(make_interval(secs => :step), coalesce(sent_at, changed_at), :from) as at, state,
                               count(*) as count
                        from delivery
                        where campaign_id = :campaign and state in ('sent', 'delivered', 'failed')
                        group by 1, 2""")
                .param("campaign", campaignId)
                .param("from", Columns.utc(from))
                .param("step", (double) step.toSeconds())
                .query((row, index) -> new Counted(
                        Columns.instant(row, "at"),
                        Columns.value(State.class, row.getString("state")),
                        row.getLong("count")))
                .list();
    }
}
