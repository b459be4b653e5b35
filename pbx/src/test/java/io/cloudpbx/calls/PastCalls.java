package io.cloudpbx.calls;

import io.cloudpbx.calls.flow.Listening;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.talk.Heard;
import io.cloudpbx.claude.Usage;
import io.cloudpbx.receptionist.Consulted;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.receptionist.Gist;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls that are over, with what was said in them. */
public final class PastCalls {
    public static final Instant MORNING = Instant.parse("2026-11-30T18:00:00Z");
    public static final String MARIA = "+14155550148";

    private final JdbcClient jdbc;
    private final TurnRows turns;

    public PastCalls(BeanFactory beans) {
        jdbc = beans.getBean(JdbcClient.class);
        turns = beans.getBean(TurnRows.class);
    }

    /** Nobody has ever called. */
    public PastCalls none() {
        for (String table : List.of(
                "missed_call_miss",
                "missed_call",
                "receptionist_run",
                "receptionist_test",
                "call_tape",
                "call_turn",
                "call_step",
                "call_leg",
                "call")) {
            jdbc.sql("delete from " + table).update();
        }
        return this;
    }

    public UUID call(Instant at, String outcome) {
        return call(at, outcome, MARIA);
    }

    public UUID call(Instant at, String outcome, String from) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, ended_at, news_at, place, outcome, summary)
                        values (:id, :carrier, :from, '+18335550100', :at, :at, :at, 'ended', :outcome, '')""")
                .param("id", id)
                .param("carrier", "CA" + id.toString().replace("-", ""))
                .param("from", from)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .update();
        return id;
    }

    /** @param decided null for silence and keys */
    public void turn(UUID call, int number, String words, @Nullable Decided decided) {
        turn(call, number, words, decided, MORNING);
    }

    public void turn(UUID call, int number, String words, @Nullable Decided decided, Instant at) {
        turns.asked(call, number, "How can I help you?", Listening.TURNS, at);
        turns.heard(call, number, new Heard(words, 0.9, ""), at);
        if (decided != null) {
            turns.weighed(call, number, Gist.of(decided.decision()).kind(), decided, false);
        }
    }

    public static Decided offline(Decision decision) {
        return decided(decision, "offline", null, null);
    }

    public static Decided decided(
            Decision decision, String mind, @Nullable BigDecimal dollars, @Nullable Consulted consulted) {
        return new Decided(
                decision,
                "en",
                mind,
                mind.equals("claude") ? "claude-opus-4-6" : null,
                Usage.NONE,
                dollars,
                Duration.ofMillis(3),
                "Because.",
                List.of(),
                consulted);
    }
}
