package io.cloudpbx.messaging.store;

import io.cloudpbx.telephony.CarrierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code text_attempt}: what was tried, written down before it was (R8). */
@Repository
public class SendingRows {
    private final JdbcClient jdbc;

    SendingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an attempt stands. */
    public enum State {
        SENDING,
        ACCEPTED,
        REJECTED,
        /** It certainly did not reach the carrier. */
        NOT_SENT,
        UNKNOWN,
        /** It was looked for and is not there. */
        NOT_FOUND
    }

    /**
     * One request to the carrier.
     *
     * @param token comes back with the carrier's news
     * @param looked how often it was looked for at the carrier
     */
    public record Attempt(
            String token,
            UUID textId,
            Instant startedAt,
            State state,
            @Nullable CarrierId carrierId,
            int errorCode,
            String detail,
            int looked,
            @Nullable Instant lookedAt) {}

    public void insert(String token, UUID textId, Instant at) {
        jdbc.sql("""
                        insert into text_attempt (token, text_id, started_at, state)
                        values (:token, :text, :at, 'sending')""")
                .param("token", token)
                .param("text", textId)
                .param("at", Columns.utc(at))
                .update();
    }

    public Optional<Attempt> find(String token) {
        return jdbc.sql("select * from text_attempt where token = :token")
                .param("token", token)
                .query(SendingRows::read)
                .optional();
    }

    /** Newest first. */
    public List<Attempt> of(UUID textId) {
        return jdbc.sql("select * from text_attempt where text_id = :text order by started_at desc")
                .param("text", textId)
                .query(SendingRows::read)
                .list();
    }

    /** The attempt of which nobody knows the end. */
    public Optional<Attempt> open(UUID textId) {
        return of(textId).stream()
                .filter(attempt -> attempt.state() == State.SENDING || attempt.state() == State.UNKNOWN)
                .findFirst();
    }

    /** How one ended. */
    public record End(State state, @Nullable CarrierId carrierId, int errorCode, String detail) {
        public static End of(State state, String detail) {
            return new End(state, null, 0, detail);
        }
    }

    public void settled(String token, End end, Instant at) {
        jdbc.sql("""
                        update text_attempt
                        set state = :state, carrier_id = coalesce(:carrierId, carrier_id), error_code = :code,
                            detail = :detail, settled_at = :at
                        where token = :token""")
                .param("token", token)
                .param("state", Columns.text(end.state()))
                .param(
                        "carrierId",
                        end.carrierId() == null ? null : end.carrierId().value())
                .param("code", end.errorCode())
                .param("detail", end.detail())
                .param("at", Columns.utc(at))
                .update();
    }

    public void looked(String token, Instant at) {
        jdbc.sql("update text_attempt set looked = looked + 1, looked_at = :at where token = :token")
                .param("token", token)
                .param("at", Columns.utc(at))
                .update();
    }

    /** Whether an answer of the assistant is on its way to the carrier at this moment. */
    public boolean assistantIsSending(UUID conversationId, Instant notBefore) {
        return jdbc.sql("""
                        select exists (select 1 from text_attempt a join text_message t on t.id = a.text_id
                            where t.conversation_id = :conversation and t.kind = 'assistant' and a.state = 'sending'
                              and a.started_at > :notBefore)""")
                .param("conversation", conversationId)
                .param("notBefore", Columns.utc(notBefore))
                .query(Boolean.class)
                .single();
    }

    private static Attempt read(ResultSet row, int index) throws SQLException {
        String carrierId = row.getString("carrier_id");
        return new Attempt(
                row.getString("token"),
                row.getObject("text_id", UUID.class),
                Columns.instant(row, "started_at"),
                Columns.value(State.class, row.getString("state")),
                carrierId == null ? null : new CarrierId(carrierId),
                row.getInt("error_code"),
                row.getString("detail"),
                row.getInt("looked"),
                Columns.instantOrNull(row, "looked_at"));
    }
}
