package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Lull.Next;
import io.cloudpbx.campaigns.store.LullRows;
import io.cloudpbx.campaigns.store.LullRows.Stopped;
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
    void a_number_is_stopped_for_as_long_as_the_longest_of_its_reasons_and_says_what_it_is() {
        var paces = real.ledgers().paces();
        paces.rest(ONE, Duration.ofMinutes(10), "Too many texts a second.");
        paces.stop(OTHER, Duration.ofHours(1), "It is not registered.");

        assertThat(rows.stopped(List.of(ONE, OTHER)))
                .containsExactly(
                        new Stopped(ONE, Duration.ofMinutes(10), "", "Too many texts a second."),
                        new Stopped(OTHER, Duration.ofHours(1), "It is not registered.", ""));
        real.setClock(NOW.plusSeconds(600));
        assertThat(rows.stopped(List.of(ONE, OTHER)))
                .containsExactly(new Stopped(OTHER, Duration.ofMinutes(50), "It is not registered.", ""));
        assertThat(rows.stopped(List.of(ONE))).isEmpty();
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
