package io.cloudpbx.calls.store;

import io.cloudpbx.calls.StepTaken;
import io.cloudpbx.calls.StepTaken.Kind;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_step}. Writers hold the call's row, so the next number in order is theirs. */
@Repository
public class StepRows {
    static final String APPEND = """
            insert into call_step (call_id, seq, request, at, kind, text, reason, answer, pressed)
            select :call, coalesce(max(seq), 0) + 1, :request, :at, :kind, :text, :reason, :answer, nullif(:pressed, '')
            from call_step where call_id = :call
            on conflict (call_id, request) do nothing""";

    private final JdbcClient jdbc;

    StepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> answerTo(UUID callId, String request) {
        return jdbc.sql("select answer from call_step where call_id = :call and request = :request")
                .param("call", callId)
                .param("request", request)
                .query(String.class)
                .optional();
    }

    /**
     * A step as it is written down.
     *
     * @param pressed the keys with which the caller made the request, none for most
     */
    public record Written(String request, StepTaken step, String answer, String pressed) {
        /** What happened without a key. */
        static Written of(String request, StepTaken step, String answer) {
            return new Written(request, step, answer, "");
        }

        Map<String, Object> values(UUID callId) {
            return Map.of(
                    "call",
                    callId,
                    "request",
                    request,
                    "at",
                    step.at().atOffset(ZoneOffset.UTC),
                    "kind",
                    step.kind().name().toLowerCase(Locale.ROOT),
                    "text",
                    step.text(),
                    "reason",
                    step.reason(),
                    "answer",
                    answer,
                    "pressed",
                    pressed);
        }
    }

    /** A request that was answered before keeps its first answer. */
    public void append(UUID callId, String request, StepTaken step, String answer) {
        jdbc.sql(APPEND)
                .params(Written.of(request, step, answer).values(callId))
                .update();
    }

    /** The last request of a call that begins like this. */
    public Optional<String> lastBeginning(UUID callId, String path) {
        return jdbc.sql("""
                        select request from call_step where call_id = :call and starts_with(request, :path)
                        order by seq desc limit 1""")
                .param("call", callId)
                .param("path", path)
                .query(String.class)
                .optional();
    }

    public boolean has(UUID callId, Kind kind) {
        return jdbc.sql("select exists (select from call_step where call_id = :call and kind = :kind)")
                .param("call", callId)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    public List<StepTaken> of(UUID callId) {
        return jdbc.sql("select at, kind, text, reason from call_step where call_id = :call order by seq")
                .param("call", callId)
                .query((row, index) -> new StepTaken(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("text"),
                        row.getString("reason")))
                .list();
    }
}
