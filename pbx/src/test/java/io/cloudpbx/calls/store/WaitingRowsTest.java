package io.cloudpbx.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Node.Strategy;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.Call.Outcome;
import io.cloudpbx.calls.CallWebhook;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.Wait;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Waiting;
import io.cloudpbx.calls.flow.Waiting.Before;
import io.cloudpbx.calls.store.WaitingRows.AtMusic;
import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who waits in queues, as each caller finds it. */
class WaitingRowsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final PhoneNumber CALLER = new PhoneNumber("+14155550142");
    private static final PhoneNumber MAIN_NUMBER = new PhoneNumber("+18335550100");
    private static final CallStep MUSIC = new Wait("sales", "Sales", 1, false, CallStep.SILENCE);
    private static final Plan PLAN = new Plan(
            "sales",
            null,
            Map.of(),
            Map.of(
                    "sales",
                    new Node.Queue(
                            "Sales",
                            List.of("101"),
                            Strategy.ALL,
                            Duration.ofSeconds(20),
                            "Please hold.",
                            Duration.ofMinutes(5),
                            false,
                            "mailbox-101")),
            Map.of(),
            Map.of(),
            Callers.ANYBODY);

    private final JdbcClient jdbc = TestDatabase.fresh().jdbc();
    private final CallRows calls = new CallRows(jdbc);
    private final LegRows legs = new LegRows(jdbc);
    private final WaitingRows waiting = new WaitingRows(jdbc);
    private final UUID dana = UUID.randomUUID();
    private final CallStep ringing = new RingGroup(
            "sales",
            0,
            "Sales",
            List.of(new Callee(dana, "101", "Dana Whitfield", "", List.of(), new PhoneNumber("+14155550190"))),
            Duration.ofSeconds(20),
            CallStep.SILENCE);
    private UUID first;
    private UUID second;

    @BeforeEach
    void two_callers() {
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, created_at)
                        values (:id, '101', 'Dana Whitfield', '', '', now())""").param("id", dana).update();
        first = call(1);
        second = call(2);
    }

    private UUID call(int number) {
        var webhook = new CallWebhook("/ivr/inbound", id("CA", number), CALLER, MAIN_NUMBER, CallStatus.RINGING);
        return calls.lockOrInsert(webhook, NOON).id();
    }

    private static CarrierId id(String kind, int number) {
        return new CarrierId(kind + "0".repeat(31) + number);
    }

    private void goes(UUID call, CallStep step, int second) {
        waiting.went(call, step, PLAN, NOON.plusSeconds(second));
    }

    private Waiting seenBy(UUID call, int second) {
        return waiting.lockFor(call, NOON.plusSeconds(second));
    }

    @Test
    void nobody_is_before_the_first_and_the_first_is_before_the_second() {
        goes(first, MUSIC, 0);
        goes(second, MUSIC, 10);

        assertThat(seenBy(first, 25)).isEqualTo(Waiting.alone("sales", Duration.ofSeconds(25)));
        assertThat(seenBy(second, 25).before()).isEqualTo(Map.of("sales", new Before(1, 1)));
        assertThat(seenBy(call(3), 25).before())
                .as("for whoever is still to come")
                .isEqualTo(Map.of("sales", new Before(2, 2)));
        assertThat(waiting.firstAtMusic(NOON.plusSeconds(25))).containsExactly(new AtMusic(first, "sales"));
    }

    @Test
    void who_is_rung_for_one_caller_is_engaged_for_the_others_and_their_place_stays_theirs() {
        goes(first, MUSIC, 0);
        goes(first, ringing, 30);
        goes(second, MUSIC, 31);

        assertThat(seenBy(second, 32).engaged()).containsExactly("101");
        assertThat(seenBy(second, 32).before()).isEqualTo(Map.of("sales", new Before(1, 0)));
        assertThat(seenBy(first, 32).engaged()).isEmpty();
        goes(first, MUSIC, 50);
        assertThat(seenBy(first, 60).waited()).hasSeconds(60);
        assertThat(seenBy(second, 60).before()).isEqualTo(Map.of("sales", new Before(1, 1)));
    }

    @Test
    void who_talks_in_another_call_is_engaged_until_the_phone_is_put_down() {
        goes(second, MUSIC, 0);
        legs.reported(id("CB", 1), first, Optional.of(dana), CallStatus.IN_PROGRESS, NOON);

        assertThat(seenBy(second, 1).engaged()).containsExactly("101");
        assertThat(seenBy(first, 1).engaged()).as("in their own call").isEmpty();
        legs.reported(id("CB", 1), first, Optional.of(dana), CallStatus.COMPLETED, NOON);
        assertThat(seenBy(second, 2).engaged()).isEmpty();
    }

    @Test
    void a_call_that_is_over_engages_nobody_and_waits_no_more() {
        goes(first, ringing, 0);
        legs.reported(id("CB", 1), first, Optional.of(dana), CallStatus.RINGING, NOON);
        calls.ended(first, Outcome.MISSED, NOON.plusSeconds(5));

        assertThat(seenBy(second, 6)).isEqualTo(Waiting.NOBODY);
    }

    @Test
    void of_whom_nothing_is_heard_any_more_keeps_nobody_waiting() {
        goes(first, MUSIC, 0);
        goes(second, MUSIC, 200);

        assertThat(seenBy(second, 149).before()).isNotEmpty();
        assertThat(seenBy(second, 151).before()).isEmpty();
        assertThat(waiting.firstAtMusic(NOON.plusSeconds(210))).containsExactly(new AtMusic(second, "sales"));
    }

    @Test
    void a_phone_that_is_put_down_matters_while_somebody_else_hears_music() {
        assertThat(waiting.matterTo(first)).isFalse();
        goes(second, MUSIC, 0);
        assertThat(waiting.matterTo(first)).isTrue();
        assertThat(waiting.matterTo(second)).isFalse();
        goes(second, ringing, 30);
        assertThat(waiting.matterTo(first)).isFalse();
    }

    @Test
    void who_goes_elsewhere_leaves_the_line() {
        goes(first, MUSIC, 0);
        goes(first, new CallStep.Goodbye(CallStep.Farewell.CALL_BACK), 5);

        assertThat(seenBy(second, 6)).isEqualTo(Waiting.NOBODY);
        assertThat(calls.find(first)).get().extracting(Call::isLive).isEqualTo(true);
    }
}
