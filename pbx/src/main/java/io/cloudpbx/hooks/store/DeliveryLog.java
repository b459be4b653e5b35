package io.cloudpbx.hooks.store;

import io.cloudpbx.hooks.Delivery;
import io.cloudpbx.hooks.Delivery.State;
import io.cloudpbx.hooks.EndpointHealth;
import io.cloudpbx.hooks.Try;
import io.cloudpbx.listing.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code webhook_delivery} and {@code webhook_try}, as they are looked at. */
@Repository
public class DeliveryLog {
    private final JdbcClient jdbc;

    DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(UUID delivery, Try attempt) {
        jdbc.sql("""
                        insert into webhook_try (delivery_id, at, took_ms, status, failure, answer)
                        values (:delivery, :at, :took, :status, :failure, :answer)""")
                .param("delivery", delivery)
                .param("at", Columns.utc(attempt.at()))
                .param("took", attempt.took().toMillis())
                .param("status", attempt.status())
                .param("failure", attempt.failure())
                .param("answer", attempt.answer())
                .update();
    }

    /** Those of an endpoint, newest first, after the cursor. @param state null for all */
    public List<Delivery> newest(UUID endpoint, @Nullable State state, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                        select * from webhook_delivery
                        where endpoint_id = :endpoint and (:state::text is null or state = :state)
                            and (:at::timestamptz is null or (occurred_at, id) < (:at, :id))
                        order by occurred_at desc, id desc limit :limit""")
                .param("endpoint", endpoint)
                .param("state", state == null ? null : OutboxRows.word(state))
                .param("at", after == null ? null : Columns.utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(OutboxRows::read)
                .list();
    }

    /** Oldest first. */
    public List<Try> tries(UUID delivery) {
        return jdbc.sql("select * from webhook_try where delivery_id = :delivery order by id")
                .param("delivery", delivery)
                .query(DeliveryLog::read)
                .list();
    }

    /** The newest attempt of each that had one. */
    public Map<UUID, Try> lastTries(Collection<UUID> deliveries) {
        return jdbc
                .sql("""
                        select distinct on (delivery_id) * from webhook_try where delivery_id = any (:ids::uuid[])
                        order by delivery_id, id desc""")
                .param("ids", deliveries.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getObject("delivery_id", UUID.class), read(row, index)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How it goes with each endpoint for which there was anything. */
    public Map<UUID, EndpointHealth> health() {
        return jdbc
                .sql("""
                        select endpoint_id, count(*) filter (where state = 'waiting') as waiting,
                            count(*) filter (where state = 'failed') as failed,
                            max(ended_at) filter (where state = 'delivered') as delivered_at
                        from webhook_delivery group by endpoint_id""")
                .query((row, index) -> Map.entry(
                        row.getObject("endpoint_id", UUID.class),
                        new EndpointHealth(
                                row.getLong("waiting"),
                                row.getLong("failed"),
                                Columns.instantOrNone(row, "delivered_at"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Try read(ResultSet row, int index) throws SQLException {
        return new Try(
                Columns.instant(row, "at"),
                Duration.ofMillis(row.getInt("took_ms")),
                (Integer) row.getObject("status"),
                row.getString("failure"),
                row.getString("answer"));
    }
}
