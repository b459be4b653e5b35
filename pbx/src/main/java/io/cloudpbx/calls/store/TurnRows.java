package io.cloudpbx.calls.store;

import io.cloudpbx.calls.flow.Listening;
import io.cloudpbx.calls.talk.Heard;
import io.cloudpbx.calls.talk.TurnView;
import io.cloudpbx.calls.talk.TurnView.Weighed;
import io.cloudpbx.receptionist.Consulted;
import io.cloudpbx.receptionist.Decided;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table {@code call_turn}. What was heard and decided first stays. */
@Repository
public class TurnRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    TurnRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The receptionist said this, and listens. */
    public void asked(UUID callId, int turn, String words, Listening listening, Instant at) {
        jdbc.sql("""
                        insert into call_turn (call_id, turn, said, said_at, listening)
                        values (:call, :turn, :said, :at, :listening)
                        on conflict (call_id, turn) do update set listening = excluded.listening
                        where call_turn.heard_at is null""")
                .param("call", callId)
                .param("turn", turn)
                .param("said", words)
                .param("listening", listening.name().toLowerCase(Locale.ROOT))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the receptionist says before a turn; empty when it says nothing. */
    public String saidIn(UUID callId, int turn) {
        return jdbc.sql("select said from call_turn where call_id = :call and turn = :turn")
                .param("call", callId)
                .param("turn", turn)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The caller heard only so much of what was said before a turn, which is still theirs. */
    public void shortened(UUID callId, int turn, String said) {
        jdbc.sql("update call_turn set said = :said where call_id = :call and turn = :turn and heard_at is null")
                .param("call", callId)
                .param("turn", turn)
                .param("said", said)
                .update();
    }

    public void heard(UUID callId, int turn, Heard heard, Instant at) {
        jdbc.sql("""
                        insert into call_turn (call_id, turn, said, said_at, heard, keys, confidence, heard_at)
                        values (:call, :turn, '', :at, :heard, :keys, :confidence, :at)
                        on conflict (call_id, turn) do update
                        set heard = excluded.heard, keys = excluded.keys, confidence = excluded.confidence,
                            heard_at = excluded.heard_at
                        where call_turn.heard_at is null""")
                .param("call", callId)
                .param("turn", turn)
                .param("heard", heard.words())
                .param("keys", heard.digits())
                .param("confidence", heard.confidence())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The request under which the call's next step is kept. */
    public void ledTo(UUID callId, int turn, String request) {
        jdbc.sql("update call_turn set request = :request where call_id = :call and turn = :turn and request is null")
                .param("call", callId)
                .param("turn", turn)
                .param("request", request)
                .update();
    }

    /**
     * What a mind made of what was heard.
     *
     * @param kind of the decision, in a word
     * @param waited whether the caller was asked for a moment of patience
     */
    public void weighed(UUID callId, int turn, String kind, Decided decided, boolean waited) {
        var usage = decided.usage();
        jdbc.sql("""
                        update call_turn
                        set kind = :kind, decision = :decision::jsonb, language = :language, candidates = :candidates::jsonb,
                            mind = :mind, model = :model, why = :why, tokens_in = :in, tokens_out = :out,
                            tokens_cached = :cached, dollars = :dollars, took_ms = :took, waited = :waited
                        where call_id = :call and turn = :turn and kind is null""")
                .param("call", callId)
                .param("turn", turn)
                .param("kind", kind)
                .param("decision", json.writeValueAsString(decided.decision()))
                .param("language", decided.language())
                .param("candidates", json.writeValueAsString(decided.candidates()))
                .param("mind", decided.mind())
                .param("model", decided.model())
                .param("why", decided.why())
                .param("in", usage.input() + usage.cacheWritten())
                .param("out", usage.output())
                .param("cached", usage.cacheRead())
                .param("dollars", decided.dollars())
                .param("took", decided.took().toMillis())
                .param("waited", waited)
                .update();
        if (decided.consulted() != null) {
            consulted(callId, turn, decided.consulted());
        }
    }

    private void consulted(UUID callId, int turn, Consulted asking) {
        String arguments =
                asking.tool() == null ? null : json.writeValueAsString(Heard.masked((Object) asking.arguments()));
        jdbc.sql("""
                        update call_turn
                        set request_id = :request, tool = :tool, arguments = :arguments::jsonb, prompt_version = :version,
                            briefing_version = :briefing, fell_back = :fellBack
                        where call_id = :call and turn = :turn""")
                .param("call", callId)
                .param("turn", turn)
                .param("request", asking.requestId())
                .param("tool", asking.tool())
                .param("arguments", arguments)
                .param("version", asking.promptVersion())
                .param("briefing", asking.briefingVersion())
                .param("fellBack", asking.fellBack())
                .update();
    }

    public Optional<Heard> heardIn(UUID callId, int turn) {
        return jdbc.sql("""
                        select heard, confidence, keys from call_turn
                        where call_id = :call and turn = :turn and heard_at is not null""")
                .param("call", callId)
                .param("turn", turn)
                .query((row, index) ->
                        new Heard(row.getString("heard"), row.getDouble("confidence"), row.getString("keys")))
                .optional();
    }

    /** What the caller said in words, oldest first. */
    public List<String> wordsIn(UUID callId) {
        return jdbc.sql("select heard from call_turn where call_id = :call and heard <> '' order by turn")
                .param("call", callId)
                .query((row, index) -> Objects.requireNonNull(row.getString("heard")))
                .list();
    }

    public List<TurnView> of(UUID callId) {
        return jdbc.sql("""
                        select t.*, s.text as effect, s.reason
                        from call_turn t left join call_step s on s.call_id = t.call_id and s.request = t.request
                        where t.call_id = :call order by t.turn""").param("call", callId).query(this::read).list();
    }

    private TurnView read(ResultSet row, int index) throws SQLException {
        return new TurnView(
                row.getInt("turn"),
                row.getString("said"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("heard"),
                row.getString("keys"),
                row.getObject("confidence", Double.class),
                instant(row, "heard_at"),
                instant(row, "words_deleted_at"),
                row.getString("kind") == null ? null : weighed(row),
                row.getString("effect"),
                row.getString("reason"),
                row.getString("listening"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Weighed weighed(ResultSet row) throws SQLException {
        var decision = json.createObjectNode().put("kind", row.getString("kind"));
        decision.setAll((ObjectNode) json.readTree(row.getString("decision")));
        return new Weighed(
                decision,
                row.getString("language"),
                json.readTree(row.getString("candidates")),
                row.getString("mind"),
                row.getString("model"),
                row.getString("why"),
                row.getString("request_id"),
                row.getString("tool"),
                row.getString("arguments") == null ? null : json.readTree(row.getString("arguments")),
                row.getString("prompt_version"),
                row.getObject("briefing_version", Long.class),
                row.getString("fell_back"),
                row.getLong("tokens_in"),
                row.getLong("tokens_out"),
                row.getLong("tokens_cached"),
                row.getBigDecimal("dollars"),
                row.getLong("took_ms"),
                row.getBoolean("waited"));
    }
}
