package io.cloudpbx.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.CallWebhook;
import io.cloudpbx.calls.flow.Rotation;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    void a_call_finishes_on_the_version_of_the_plan_it_began_with_whatever_is_published_meanwhile() {
        var routing = new RoutingRows(jdbc);
        UUID usual = begins("CA2");
        publishes(1);
        UUID first = begins("CA3");
        publishes(2);

        assertThat(begins("CA2")).isEqualTo(usual);
        assertThat(begins("CA3")).isEqualTo(first);
        assertThat(List.of(usual, first, begins("CA4")))
                .extracting(call -> routing.of(call, NOW).version())
                .containsExactly(0, 1, 2);
    }

    private UUID begins(String carrierId) {
        var webhook = new CallWebhook(
                "/ivr/answer", new CarrierId(carrierId), new PhoneNumber("+14155550142"), null, CallStatus.IN_PROGRESS);
        return rows.lockOrInsert(webhook, NOW).id();
    }

    @Test
    void withheld_callers_who_ring_phones_from_one_number_of_ours_are_counted_like_one_caller() {
        var routing = new RoutingRows(jdbc);
        UUID call = ringing("CB1", null, "+18335550100");
        ringing("CB2", null, "+18335550100");
        ringing("CB3", null, "+18335550101");
        ringing("CB4", "+14155550143", "+18335550100");
        UUID named = ringing("CB5", "+14155550143", "+18335550101");

        assertThat(routing.of(call, NOW).comebacks()).isEqualTo(1);
        assertThat(routing.of(named, NOW).comebacks()).isEqualTo(1);
    }

    private UUID ringing(String carrierId, @Nullable String from, String to) {
        return jdbc.sql("""
                        insert into call (id, carrier_id, from_e164, to_e164, started_at, news_at, place, outcome, summary)
                        values (gen_random_uuid(), :id, :from, :to, :now, :now, 'ringing', 'in_progress', '') returning id""")
                .param("id", carrierId)
                .param("from", from)
                .param("to", to)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    private void publishes(int number) {
        jdbc.sql(
                        "insert into call_plan_version (number, plan, published_at, published_by, note) values (?, '{}', now(), '', '')")
                .param(number)
                .update();
    }

    @Test
    void whose_turn_it_is_is_known_from_when_everybody_was_last_rung_and_last_talked() {
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, created_at)
                        select ('00000000-0000-0001-0000-' || lpad(n, 12, '0'))::uuid, '10' || n, 'Dana', '', '', now()
                        from unnest(array['1', '2', '3']) n""").update();
        rang(1, NOW.minusSeconds(900), NOW.minusSeconds(880));
        rang(1, NOW.minusSeconds(300), null);
        rang(2, NOW.minusSeconds(600), NOW.minusSeconds(590));
        rang(2, NOW.plusSeconds(1), NOW.plusSeconds(2));

        assertThat(new RoutingRows(jdbc).rotation(NOW))
                .isEqualTo(new Rotation(
                        Map.of("101", NOW.minusSeconds(300), "102", NOW.minusSeconds(600)),
                        Map.of("101", NOW.minusSeconds(880), "102", NOW.minusSeconds(590))));
    }

    private void rang(long person, Instant at, @Nullable Instant talkedUntil) {
        jdbc.sql("""
                        insert into call_leg (carrier_id, call_id, extension_id, status, rank, created_at, accepted_at, ended_at)
                        values (:leg, :call, :person, 'completed', 1, :at, :accepted, :ended)""")
                .param("leg", "CA" + person + at)
                .param("call", CALL)
                .param("person", new UUID(1, person))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("accepted", talkedUntil == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("ended", (talkedUntil == null ? at : talkedUntil).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void a_call_of_which_nothing_became_ends_as_it_is_said() {
        rows.outcome(CALL, Outcome.IN_PROGRESS);

        rows.ended(CALL, Outcome.ABANDONED, NOW);

        assertThat(rows.find(CALL).orElseThrow().outcome()).isEqualTo(Outcome.ABANDONED);
    }
}
