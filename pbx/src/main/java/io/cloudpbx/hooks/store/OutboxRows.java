package io.cloudpbx.hooks.store;

import io.cloudpbx.hooks.Delivery;
import io.cloudpbx.hooks.Delivery.State;
import io.cloudpbx.hooks.EventType;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code webhook_delivery}, as work to be done. */
@Repository
public class OutboxRows {
    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be told. @param person whom it is about; null for nobody */
    public record Message(
            EventType type, String subject, @Nullable PhoneNumber person, Instant at, String body) {}

    /**
     * One for each endpoint that wants it and was there when it happened; what is told already is not told again.
     *
     * @param oldest nothing older is told: whether it was is forgotten
     * @return the endpoints for which there is something new
     */
    public List<UUID> insertForAll(Message message, Instant oldest, Instant now) {
        return insert("""
                        where :type = any (types) and created_at <= :at and :at > :oldest""", message, now)
                .param("oldest", Columns.utc(oldest))
                .query((row, index) -> row.getObject("endpoint_id", UUID.class))
                .list();
    }

    /** One for this endpoint, whatever it wants. */
    public UUID insertFor(UUID endpoint, Message message, Instant now) {
        return insert("where id = :endpoint", message, now)
                .param("endpoint", endpoint)
                .query((row, index) -> row.getObject("id", UUID.class))
                .single();
    }

    private JdbcClient.StatementSpec insert(String which, Message message, Instant now) {
        return jdbc.sql("""
                        insert into webhook_delivery
                            (id, endpoint_id, type, subject, person, occurred_at, body, state, next_try_at)
                        select gen_random_uuid(), id, :type, :subject, :person::text, :at, :body, 'waiting', :now
                        from webhook_endpoint
                        """ + which + " on conflict (endpoint_id, type, subject) do nothing returning id, endpoint_id")
                .param("type", message.type().name())
                .param("subject", message.subject())
                .param(
                        "person",
                        message.person() == null ? null : message.person().e164())
                .param("at", Columns.utc(message.at()))
                .param("body", message.body())
                .param("now", Columns.utc(now));
    }

    /** What has waited longest of what is due at an endpoint. */
    public Optional<Delivery> due(UUID endpoint, Instant now) {
        return jdbc.sql("""
                        select * from webhook_delivery
                        where endpoint_id = :endpoint and state = 'waiting' and next_try_at <= :now
                        order by next_try_at, occurred_at limit 1""")
                .param("endpoint", endpoint)
                .param("now", Columns.utc(now))
                .query(OutboxRows::read)
                .optional();
    }

    /** When the next is due there; empty when nothing waits. */
    public Optional<Instant> nextDue(UUID endpoint) {
        return jdbc.sql("""
                        select next_try_at from webhook_delivery where endpoint_id = :endpoint and state = 'waiting'
                        order by next_try_at limit 1""")
                .param("endpoint", endpoint)
                .query((row, index) -> Columns.instant(row, "next_try_at"))
                .optional();
    }

    public Optional<Delivery> find(UUID endpoint, UUID id) {
        return jdbc.sql("select * from webhook_delivery where endpoint_id = :endpoint and id = :id")
                .param("endpoint", endpoint)
                .param("id", id)
                .query(OutboxRows::read)
                .optional();
    }

    /** An attempt has been made, and another follows. */
    public void again(UUID id, Instant triedAt, Instant next) {
        jdbc.sql("""
                        update webhook_delivery set tries = tries + 1, next_try_at = :next,
                            first_tried_at = coalesce(first_tried_at, :tried)
                        where id = :id""")
                .param("id", id)
                .param("tried", Columns.utc(triedAt))
                .param("next", Columns.utc(next))
                .update();
    }

    /** An attempt has been made, and it was the last. */
    public void ended(UUID id, State state, Instant triedAt, Instant at) {
        jdbc.sql("""
                        update webhook_delivery set tries = tries + 1, next_try_at = null, state = :state, ended_at = :at,
                            first_tried_at = coalesce(first_tried_at, :tried)
                        where id = :id""")
                .param("id", id)
                .param("state", word(state))
                .param("tried", Columns.utc(triedAt))
                .param("at", Columns.utc(at))
                .update();
    }

    /** Whether the endpoint has taken anything since then. */
    public boolean takenSince(UUID endpoint, Instant since) {
        return jdbc.sql("""
                        select exists (select from webhook_delivery
                            where endpoint_id = :endpoint and state = 'delivered' and ended_at >= :since) as taken""")
                .param("endpoint", endpoint)
                .param("since", Columns.utc(since))
                .query((row, index) -> row.getBoolean("taken"))
                .single();
    }

    /** From the beginning, under the same id. */
    public void replay(UUID id, Instant now) {
        jdbc.sql(AFRESH + "where id = :id")
                .param("id", id)
                .param("now", Columns.utc(now))
                .update();
    }

    /** All that failed and happened since then. @return how many */
    public int replayFailed(UUID endpoint, Instant since, Instant now) {
        return jdbc.sql(AFRESH + "where endpoint_id = :endpoint and state = 'failed' and occurred_at >= :since")
                .param("endpoint", endpoint)
                .param("since", Columns.utc(since))
                .param("now", Columns.utc(now))
                .update();
    }

    private static final String AFRESH = """
            update webhook_delivery
            set state = 'waiting', tries = 0, first_tried_at = null, next_try_at = :now, ended_at = null
            """;

    public void forget(Collection<PhoneNumber> persons) {
        jdbc.sql("delete from webhook_delivery where person = any (:persons::text[])")
                .param("persons", persons.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
    }

    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from webhook_delivery where occurred_at < :instant")
                .param("instant", Columns.utc(instant))
                .update();
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Delivery read(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                EventType.valueOf(row.getString("type")),
                Columns.instant(row, "occurred_at"),
                row.getString("body"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("tries"),
                Columns.instantOrNone(row, "first_tried_at"),
                Columns.instantOrNone(row, "next_try_at"),
                Columns.instantOrNone(row, "ended_at"));
    }
}
