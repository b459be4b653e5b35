package io.cloudpbx.messaging.store;

import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.Why;
import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code text_message}: one text at a time. What is asked over many is in {@link TextHistory}. */
@Repository
public class TextRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Text> reader = this::read;

    TextRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when the carrier has brought this text before. */
    public boolean insert(Text text, @Nullable Meaning meaning) {
        return jdbc.sql("""
                        insert into text_message
                            (id, conversation_id, inbound, ours, theirs, body, author_kind, author_id, author_name, kind,
                             meaning, state, carrier_id, epoch, answers, segments, media_count, why, created_at, send_at,
                             changed_at)
                        values (:id, :conversation, :inbound, :ours, :theirs, :body, :authorKind, :authorId, :authorName,
                             :kind, :meaning, :state, :carrierId, :epoch, :answers, :segments, :media, :why::jsonb, :at,
                             :sendAt, :at)
                        on conflict (carrier_id) do nothing""")
                        .param("id", text.id())
                        .param("conversation", text.conversationId())
                        .param("inbound", text.inbound())
                        .param("ours", text.ours())
                        .param("theirs", text.theirs())
                        .param("body", text.body())
                        .param("authorKind", Columns.text(text.author().kind()))
                        .param("authorId", text.author().userId())
                        .param("authorName", text.author().name())
                        .param("kind", text.kind() == null ? null : Columns.text(text.kind()))
                        .param("meaning", meaning == null ? null : Columns.text(meaning))
                        .param("state", Columns.text(text.state()))
                        .param(
                                "carrierId",
                                text.carrierId() == null
                                        ? null
                                        : text.carrierId().value())
                        .param("epoch", text.epoch())
                        .param("answers", text.answers())
                        .param("segments", text.segments())
                        .param("media", text.mediaCount())
                        .param("why", written(text.why()))
                        .param("at", Columns.utc(text.createdAt()))
                        .param("sendAt", Columns.utcOrNull(text.sendAt()))
                        .update()
                == 1;
    }

    public Optional<Text> find(UUID id) {
        return jdbc.sql("select * from text_message where id = :id")
                .param("id", id)
                .query(reader)
                .optional();
    }

    public Optional<Text> byCarrierId(CarrierId id) {
        return jdbc.sql("select * from text_message where carrier_id = :id")
                .param("id", id.value())
                .query(reader)
                .optional();
    }

    /** Held until the transaction ends. Its conversation is to be locked first. */
    public Optional<Text> lock(UUID id) {
        return jdbc.sql("select * from text_message where id = :id for no key update")
                .param("id", id)
                .query(reader)
                .optional();
    }

    /** @param sendAt when it is to be tried; null leaves that as it is */
    public void moved(UUID id, State state, @Nullable Why why, @Nullable Instant sendAt, Instant now) {
        jdbc.sql("""
                        update text_message
                        set state = :state, why = coalesce(:why::jsonb, why), send_at = coalesce(:sendAt, send_at),
                            changed_at = :now
                        where id = :id""")
                .param("id", id)
                .param("state", Columns.text(state))
                .param("why", written(why))
                .param("sendAt", Columns.utcOrNull(sendAt))
                .param("now", Columns.utc(now))
                .update();
    }

    /** It is to be sent at once, again or for the first time. */
    public void ready(UUID id, Instant now) {
        jdbc.sql("update text_message set state = 'ready', send_at = null, changed_at = :now where id = :id")
                .param("id", id)
                .param("now", Columns.utc(now))
                .update();
    }

    /** All that the carrier said of an earlier attempt is forgotten here; its news are kept. */
    public void startOver(UUID id, Instant now) {
        jdbc.sql("""
                        update text_message
                        set state = 'ready', send_at = null, carrier_status = null, carrier_id = null, error_code = 0,
                            why = null, changed_at = :now
                        where id = :id""").param("id", id).param("now", Columns.utc(now)).update();
    }

    /** It waited at the carrier in vain: it counts neither as sent nor as tried, and is to be sent still. */
    public void expired(UUID id, Instant now) {
        startOver(id, now);
        jdbc.sql("update text_message set sent_at = null where id = :id")
                .param("id", id)
                .update();
    }

    /** The carrier has it, under this id. */
    public void accepted(UUID id, CarrierId carrierId, Instant at) {
        jdbc.sql("""
                        update text_message
                        set state = 'accepted', carrier_id = :carrierId, sent_at = coalesce(sent_at, :at), changed_at = :at
                        where id = :id""")
                .param("id", id)
                .param("carrierId", carrierId.value())
                .param("at", Columns.utc(at))
                .update();
    }

    public void carrierSaid(UUID id, MessageStatus status, int errorCode, Instant at) {
        jdbc.sql("""
                        update text_message
                        set carrier_status = :status, error_code = :code, changed_at = :at where id = :id""")
                .param("id", id)
                .param("status", Columns.text(status))
                .param("code", errorCode)
                .param("at", Columns.utc(at))
                .update();
    }

    public void rejected(UUID id, int errorCode, Why why, Instant at) {
        jdbc.sql("""
                        update text_message
                        set state = 'rejected', error_code = :code, why = :why::jsonb, changed_at = :at where id = :id""")
                .param("id", id)
                .param("code", errorCode)
                .param("why", written(why))
                .param("at", Columns.utc(at))
                .update();
    }

    /** Those that were to be sent later and are not any more. What was to leave, and only waits for room or for a restored system, still is. */
    public List<UUID> cancelWaiting(UUID conversationId, Set<TextKind> kinds, State state, Why why, Instant at) {
        return jdbc.sql("""
                        update text_message
                        set state = 'canceled', why = :why::jsonb, changed_at = :at
                        where conversation_id = :conversation and kind = any(:kinds) and state = :state
                          and coalesce(why ->> 'code', '') <> all(:leaving)
                        returning id""")
                .param("conversation", conversationId)
                .param("kinds", kinds.stream().map(Columns::text).toArray(String[]::new))
                .param("state", Columns.text(state))
                .param("leaving", new String[] {Why.QUEUE_FULL, Why.FROZEN})
                .param("why", written(why))
                .param("at", Columns.utc(at))
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    private @Nullable String written(@Nullable Why why) {
        return why == null ? null : json.writeValueAsString(why);
    }

    RowMapper<Text> reader() {
        return reader;
    }

    private Text read(ResultSet row, int index) throws SQLException {
        String kind = row.getString("kind");
        String status = row.getString("carrier_status");
        String carrierId = row.getString("carrier_id");
        String why = row.getString("why");
        return new Text(
                row.getObject("id", UUID.class),
                row.getObject("conversation_id", UUID.class),
                row.getBoolean("inbound"),
                row.getString("ours"),
                row.getString("theirs"),
                row.getString("body"),
                Columns.author(row),
                kind == null ? null : Columns.value(TextKind.class, kind),
                Columns.value(State.class, row.getString("state")),
                status == null ? null : Columns.value(MessageStatus.class, status),
                carrierId == null ? null : new CarrierId(carrierId),
                row.getInt("error_code"),
                row.getLong("epoch"),
                row.getObject("answers", UUID.class),
                row.getInt("segments"),
                row.getInt("media_count"),
                why == null ? null : json.readValue(why, Why.class),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "send_at"),
                Columns.instantOrNull(row, "sent_at"));
    }
}
