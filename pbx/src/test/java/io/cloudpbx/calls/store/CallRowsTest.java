package io.cloudpbx.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.database.TestDatabase;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CallRowsTest {
    private static final UUID CALL = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");

    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();
    private final CallRows rows = new CallRows(jdbc);

    @BeforeEach
    void begin() {
        jdbc.sql("""
                        insert into call (id, carrier_id, to_e164, started_at, news_at, place, outcome, summary)
                        values (?, 'CA1', '+18335550100', now(), now(), 'receptionist', 'handled', '')""").param(CALL).update();
    }

    @Test
    void a_message_that_arrives_while_the_call_ends_is_what_became_of_it() {
        Outcome seenByWhoeverEndsIt = rows.find(CALL).orElseThrow().outcome();
        rows.outcome(CALL, Outcome.VOICEMAIL);

        rows.ended(CALL, seenByWhoeverEndsIt, NOW);

        assertThat(rows.find(CALL).orElseThrow().outcome()).isEqualTo(Outcome.VOICEMAIL);
    }

    @Test
    void a_call_of_which_nothing_became_ends_as_it_is_said() {
        rows.outcome(CALL, Outcome.IN_PROGRESS);

        rows.ended(CALL, Outcome.ABANDONED, NOW);

        assertThat(rows.find(CALL).orElseThrow().outcome()).isEqualTo(Outcome.ABANDONED);
    }
}
