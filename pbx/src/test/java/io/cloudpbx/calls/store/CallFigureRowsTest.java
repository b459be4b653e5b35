package io.cloudpbx.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.figures.Figure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CallFigureRowsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();
    private final CallFigureRows rows = new CallFigureRows(jdbc);

    @Test
    void only_who_was_answered_has_waited_for_an_answer() {
        call("answered", NOON.plusSeconds(12));
        call("answered", NOON.plusSeconds(127));
        call("missed", null);

        assertThat(rows.totals(NOON, NOON.plusSeconds(60)))
                .filteredOn(figure -> figure.topic().equals("wait"))
                .containsExactlyInAnyOrder(new Figure("wait", "12", 1), new Figure("wait", "120", 1));
    }

    private void call(String outcome, @Nullable Instant answered) {
        jdbc.sql("""
                        insert into call (id, carrier_id, to_e164, started_at, answered_at, ended_at, news_at, place, outcome, summary)
                        values (:id, :id::text, '+18335550100', :at, :answered, :ended, :at, 'ended', :outcome, '')""")
                .param("id", UUID.randomUUID())
                .param("at", utc(NOON))
                .param("answered", answered == null ? null : utc(answered))
                .param("ended", utc(NOON.plusSeconds(300)))
                .param("outcome", outcome)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
