package io.cloudpbx.answering.store;

import io.cloudpbx.answering.AnswerView;
import io.cloudpbx.assistant.Answer;
import io.cloudpbx.assistant.Drafted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code assistant_answer}: the last decision about each text. */
@Repository
public class AnswerRows {
    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(UUID askedId, Drafted drafted, Instant at) {
        var usage = drafted.usage();
        jdbc.sql("""
                        insert into assistant_answer (asked_id, decision, words, facts, mind, model, why, tokens_in, tokens_out,
                            tokens_cached, dollars, took_ms, at)
                        values (:asked, :decision, :words, :facts, :mind, :model, :why, :in, :out, :cached, :dollars, :took,
                            :at)
                        on conflict (asked_id) do update set decision = excluded.decision, words = excluded.words,
                            facts = excluded.facts, mind = excluded.mind, model = excluded.model, why = excluded.why,
                            tokens_in = assistant_answer.tokens_in + excluded.tokens_in,
                            tokens_out = assistant_answer.tokens_out + excluded.tokens_out,
                            tokens_cached = assistant_answer.tokens_cached + excluded.tokens_cached,
                            dollars = assistant_answer.dollars + excluded.dollars, took_ms = excluded.took_ms,
                            at = excluded.at""")
                .param("asked", askedId)
                .param("decision", decision(drafted.answer()))
                .param("words", words(drafted.answer()))
                .param("facts", facts(drafted.answer()).toArray(String[]::new))
                .param("mind", drafted.mind())
                .param("model", drafted.model())
                .param("why", drafted.why())
                .param("in", usage.input() + usage.cacheWritten())
                .param("out", usage.output())
                .param("cached", usage.cacheRead())
                .param("dollars", drafted.dollars())
                .param("took", drafted.took().toMillis())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String decision(Answer answer) {
        return switch (answer) {
            case Answer.Reply reply -> "reply";
            case Answer.HandToPerson hand -> "hand_to_person";
            case Answer.OptOut optOut -> "opt_out";
            case Answer.Silence silence -> "silence";
        };
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.Reply reply -> reply.text();
            case Answer.HandToPerson hand -> hand.textToThem();
            case Answer.OptOut(var quote) -> quote;
            case Answer.Silence(var reason) -> reason;
        };
    }

    private static List<String> facts(Answer answer) {
        return answer instanceof Answer.Reply reply ? reply.factIds() : List.of();
    }

    public Optional<AnswerView> about(UUID askedId) {
        return jdbc.sql("select * from assistant_answer where asked_id = :asked")
                .param("asked", askedId)
                .query(AnswerRows::read)
                .optional();
    }

    private static AnswerView read(ResultSet row, int index) throws SQLException {
        return new AnswerView(
                row.getObject("asked_id", UUID.class),
                row.getString("decision"),
                row.getString("words"),
                List.of((String[]) row.getArray("facts").getArray()),
                row.getString("mind"),
                row.getString("model"),
                row.getString("why"),
                row.getLong("tokens_in"),
                row.getLong("tokens_out"),
                row.getLong("tokens_cached"),
                row.getBigDecimal("dollars"),
                row.getLong("took_ms"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
