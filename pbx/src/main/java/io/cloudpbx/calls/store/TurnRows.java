package io.cloudpbx.calls.store;

import io.cloudpbx.calls.talk.Heard;
import io.cloudpbx.calls.talk.TurnView;
import io.cloudpbx.calls.talk.TurnView.Weighed;
import io.cloudpbx.receptionist.Decided;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
    public void asked(UUID callId, int turn, String words, Instant at) {
        jdbc.sql("""
                        insert into call_turn (call_id, turn, said, said_at) values (:call, :turn, :said, :at)
                        on conflict (call_id, turn) do nothing""")
                .param("call", callId)
                .param("turn", turn)
                .param("said", words)
                .param("at", at.atOffset(ZoneOffset.UTC))
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

    /** @param kind of the decision, in a word */
    public void weighed(UUID callId, int turn, String kind, Decided decided, Asking asking) {
        var usage = decided.usage();
        jdbc.sql("""
                        update call_turn
                        set kind = :kind, decision = :decision::jsonb, language = :language, candidates = :candidates::jsonb,
                            mind = :mind, model = :model, why = :why, prompt_version = :version, tokens_in = :in,
                            tokens_out = :out, tokens_cached = :cached, dollars = :dollars, took_ms = :took, waited = :waited
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
                .param("version", asking.promptVersion())
                .param("in", usage.input() + usage.cacheWritten())
                .param("out", usage.output())
                .param("cached", usage.cacheRead())
                .param("dollars", decided.dollars())
                .param("took", decided.took().toMillis())
                .param("waited", asking.waited())
                .update();
    }

    /**
     * Around a decision.
     *
     * @param promptVersion null when no model was asked
     * @param waited whether the caller was asked for a moment of patience
     */
    public record Asking(@Nullable String promptVersion, boolean waited) {}

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
        OffsetDateTime heardAt = row.getObject("heard_at", OffsetDateTime.class);
        return new TurnView(
                row.getInt("turn"),
                row.getString("said"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("heard"),
                row.getString("keys"),
                row.getObject("confidence", Double.class),
                heardAt == null ? null : heardAt.toInstant(),
                row.getString("kind") == null ? null : weighed(row),
                row.getString("effect"),
                row.getString("reason"));
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
                row.getString("prompt_version"),
                row.getLong("tokens_in"),
                row.getLong("tokens_out"),
                row.getLong("tokens_cached"),
                row.getBigDecimal("dollars"),
                row.getLong("took_ms"),
                row.getBoolean("waited"));
    }
}
