package io.cloudpbx.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.CallWebhook;
import io.cloudpbx.calls.StepTaken;
import io.cloudpbx.calls.StepTaken.Kind;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A caller whom one of us sends on is in nobody's hands until somebody takes them again. */
class SentOnTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final PhoneNumber CALLER = new PhoneNumber("+14155550142");
    private static final PhoneNumber MAIN_NUMBER = new PhoneNumber("+18335550100");
    private static final String TRANSFERRED = "/ivr/transferred/";

    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();
    private final CallRows calls = new CallRows(jdbc);
    private final LegRows legs = new LegRows(jdbc);
    private final StepRows steps = new StepRows(jdbc);
    private final UUID dana = UUID.randomUUID();
    private Call call;

    @BeforeEach
    void aCall() {
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, created_at)
                        values (:id, '101', 'Dana Whitfield', '', '', now())""").param("id", dana).update();
        call = calls.lockOrInsert(
                new CallWebhook("/ivr/inbound", carrierId(1), CALLER, MAIN_NUMBER, CallStatus.RINGING), NOON);
    }

    @Test
    void who_was_sent_on_counts_as_answered_again_only_when_somebody_takes_them() {
        taken(10);
        calls.outcome(call.id(), Outcome.ANSWERED);

        calls.sentOn(call.id(), NOON.plusSeconds(60));
        assertThat(now().answeredAt()).isNull();
        assertThat(now().outcome()).isEqualTo(Outcome.IN_PROGRESS);
        assertThat(new CallLists(jdbc).reachedSince(CALLER, NOON.minusSeconds(1)))
                .isEmpty();

        taken(80);
        assertThat(now().answeredAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(new CallLists(jdbc).reachedSince(CALLER, NOON.minusSeconds(1)))
                .contains(NOON);
    }

    @Test
    void a_call_that_is_over_is_not_sent_on() {
        taken(10);
        calls.ended(call.id(), Outcome.ANSWERED, NOON.plusSeconds(50));
        calls.sentOn(call.id(), NOON.plusSeconds(60));
        assertThat(now().answeredAt()).isNotNull();
        assertThat(now().outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void a_phone_that_rang_before_the_caller_was_sent_on_takes_them_no_more() {
        rings(2, 5);
        assertThat(legs.isOfEarlierRing(carrierId(2), TRANSFERRED)).isFalse();

        var taken = new StepTaken(NOON.plusSeconds(20), Kind.RINGING, "Ringing Luis Ortega", "");
        steps.append(call.id(), TRANSFERRED + "ext-104-101/101/3", taken, "");
        rings(3, 21);

        assertThat(legs.isOfEarlierRing(carrierId(2), TRANSFERRED)).isTrue();
        assertThat(legs.isOfEarlierRing(carrierId(3), TRANSFERRED)).isFalse();
    }

    private void taken(int second) {
        calls.answered(call.id(), dana, "Talking to Dana Whitfield", NOON.plusSeconds(second));
    }

    private void rings(int leg, int second) {
        legs.reported(carrierId(leg), call.id(), Optional.empty(), CallStatus.RINGING, NOON.plusSeconds(second));
    }

    private Call now() {
        return calls.find(call.id()).orElseThrow();
    }

    private static CarrierId carrierId(int number) {
        return new CarrierId("CA%032d".formatted(number));
    }
}
