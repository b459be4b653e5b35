package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Lull.Next;
import io.cloudpbx.campaigns.store.LullRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LullRowsTest {
    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final PhoneNumber ONE = new PhoneNumber("+14155550101");
    private static final PhoneNumber OTHER = new PhoneNumber("+14155550102");

    private static RealLedgers real;

    private LullRows rows;

    @BeforeAll
    static void open() {
        real = new RealLedgers();
    }

    @AfterAll
    static void close() {
        real.close();
    }

    @BeforeEach
    void start() {
        rows = real.bean(LullRows.class);
        real.empty();
        real.setClock(NOW);
        real.jdbc().sql("""
                        insert into campaign (id, name, message, kind, policy, state, created_at, created_by)
                        values (:id, 'Autumn', 'Hello', 'marketing', 'at_most_once', 'running', now(), 'Dana')""").param("id", CAMPAIGN).update();
    }

    @Test
    void whose_turn_comes_first_is_found_among_those_who_wait() {
        has("+18085550101", "waiting", NOW.plusSeconds(7200), "quiet_hours");
        has("+14155550103", "waiting", NOW.plusSeconds(3600), "quiet_hours");
        has("+14155550104", "delivered", NOW, "");

        assertThat(rows.next(CAMPAIGN))
                .contains(new Next(new PhoneNumber("+14155550103"), NOW.plusSeconds(3600), "quiet_hours"));
    }

    @Test
    void nobody_is_waited_for_while_a_text_is_leaving_or_when_nobody_is_left() {
        assertThat(rows.next(CAMPAIGN)).isEmpty();
        has("+18085550101", "waiting", NOW.plusSeconds(7200), "quiet_hours");
        has("+14155550103", "sending", NOW, "");

        assertThat(rows.next(CAMPAIGN)).isEmpty();
    }

    @Test
    void numbers_rest_together_until_the_first_of_them_is_free() {
        var paces = real.ledgers().paces();
        paces.stop(ONE, Duration.ofMinutes(10), "");
        assertThat(rows.rest(List.of(ONE, OTHER))).isEmpty();

        paces.stop(OTHER, Duration.ofHours(1), "");

        assertThat(rows.rest(List.of(ONE, OTHER))).contains(Duration.ofMinutes(10));
        real.setClock(NOW.plusSeconds(600));
        assertThat(rows.rest(List.of(ONE, OTHER))).isEmpty();
        assertThat(rows.rest(List.of(OTHER))).contains(Duration.ofMinutes(50));
    }

    private static void has(String to, String state, Instant due, String code) {
        real.jdbc()
                .sql("""
                        insert into delivery (campaign_id, to_number, state, due_at, code, changed_at)
                        values (:campaign, :to, :state, :due::timestamptz, :code, now())""")
                .param("campaign", CAMPAIGN)
                .param("to", to)
                .param("state", state)
                .param("due", due.toString())
                .param("code", code)
                .update();
    }
}
