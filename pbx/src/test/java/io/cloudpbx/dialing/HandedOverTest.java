package io.cloudpbx.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.Calls;
import io.cloudpbx.calls.CallsInHand;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.taping.TapeOrder;
import io.cloudpbx.calls.taping.Tapes;
import io.cloudpbx.dialing.flow.Called.Moment;
import io.cloudpbx.dialing.flow.Called.Stage;
import io.cloudpbx.dialing.flow.Called.Wish;
import io.cloudpbx.dialing.store.CalledRows;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is told and asked late, twice or out of order of a call that was handed over; the carrier is away. */
@WebTest
class HandedOverTest {
    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private CallsInHand inHand;

    @Autowired
    private CalledRows phones;

    @Autowired
    private Progress progress;

    @Autowired
    private Apart apart;

    @Autowired
    private PhoneNews news;

    @Autowired
    private CallRows calls;

    @Autowired
    private Calls ends;

    @Autowired
    private Tapes tapes;

    @Autowired
    private MovableClock clock;

    private final CarrierId own = sid();
    private final CarrierId theirs = sid();
    private DialedHouse house;
    private DialedCall call;
    private ApiPerson owner;

    private static CarrierId sid() {
        return new CarrierId("CA" + UUID.randomUUID().toString().replace("-", ""));
    }

    @BeforeEach
    void the_two_talk() {
        house = new DialedHouse(beans);
        owner = ApiPerson.of(Role.OWNER, port, beans);
        call = house.wished(Duration.ZERO);
        progress.pressed(call.id(), own, "1");
        news.ofCalled(call.id(), theirs, CallStatus.IN_PROGRESS);
    }

    @AfterEach
    void they_leave() {
        jdbc.sql("update recording_settings set incoming = 'never', outgoing = 'never', state = null")
                .update();
        jdbc.sql("delete from missed_call where id in (select missed_call_id from missed_call_miss where call_id = ?)")
                .param(call.id())
                .update();
        for (String table : List.of("call_tape", "call_handling", "call_leg", "call_step")) {
            jdbc.sql("delete from " + table + " where call_id = ?")
                    .param(call.id())
                    .update();
        }
        jdbc.sql("delete from call where id = ?").param(call.id()).update();
        house.isLeft();
    }

    private void recorded(String incoming, String outgoing) {
        jdbc.sql("update recording_settings set incoming = ?, outgoing = ?, state = 'TX'")
                .params(incoming, outgoing)
                .update();
    }

    private void isHandedOver() {
        transactions.executeWithoutResult(status -> inHand.lock(call.id()));
    }

    private String path() {
        return "/api/calls/" + call.id();
    }

    private String where() {
        return owner.get(path()).body().get("where").asString();
    }

    private int listed(String list) {
        return (int) owner.get(list)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").asString().equals(call.id().toString()))
                .count();
    }

    @Test
    void it_is_one_call_everywhere_and_counts_as_none_that_came_in() {
        int came = owner.get("/api/dashboard").body().at("/calls/total").asInt();
        var answers = owner.get("/api/dashboard").body().get("timeToAnswer");
        isHandedOver();
        isHandedOver();

        assertThat(where()).isEqualTo("talking");
        var shown = owner.get(path()).body();
        assertThat(shown.get("direction").asString()).isEqualTo("outbound");
        assertThat(shown.get("to").asString()).isEqualTo("+14155550148");
        assertThat(listed("/api/calls?limit=200")).isEqualTo(1);
        assertThat(listed("/api/calls/live")).isEqualTo(1);
        assertThat(owner.get("/api/dashboard").body().at("/calls/total").asInt())
                .isEqualTo(came);
        assertThat(owner.get("/api/dashboard").body().get("timeToAnswer")).isEqualTo(answers);
        assertThat(owner.get("/api/calls/" + theirs.value()).body().get("id").asString())
                .isEqualTo(call.id().toString());
    }

    @Test
    void its_end_is_the_end_of_whoever_was_called_whatever_is_told_first_and_however_often() {
        isHandedOver();
        news.ofOwn(call.id(), own, CallStatus.COMPLETED);
        assertThat(where()).isEqualTo("talking");
        assertThat(owner.get(path()).body().get("live").asBoolean()).isTrue();

        news.ofCalled(call.id(), theirs, CallStatus.COMPLETED);
        news.ofCalled(call.id(), theirs, CallStatus.COMPLETED);
        news.ofOwn(call.id(), own, CallStatus.COMPLETED);

        var ended = owner.get(path()).body();
        assertThat(ended.get("where").asString()).isEqualTo("ended");
        assertThat(ended.get("outcome").asString()).isEqualTo("answered");
        assertThat(ended.get("steps")
                        .valueStream()
                        .filter(step -> step.get("kind").asString().equals("ended")))
                .hasSize(1);
        assertThat(listed("/api/calls?limit=200")).isEqualTo(1);
        assertThat(listed("/api/missed-calls?limit=200")).isZero();
    }

    @Test
    void their_own_phone_is_led_to_what_is_done_with_the_call_and_is_not_recorded_any_more() {
        recorded("never", "everywhere");
        progress.pressed(call.id(), own, "1");
        isHandedOver();

        String document = progress.over(call.id(), own, "completed", true, 0);

        assertThat(document)
                .contains("<Stop><Recording", "/ivr/desk/" + call.id())
                .doesNotContain("Goodbye");
        assertThat(progress.over(call.id(), own, "completed", true, 0)).isEqualTo(document);
        assertThat(apart.letGo(call.id(), own)).contains("/ivr/desk/" + call.id() + "/over");
    }

    @Test
    void with_whom_they_are_led_to_they_are_recorded_by_the_rule_for_calls_from_here_and_are_told_again() {
        recorded("never", "everywhere");
        progress.pressed(call.id(), own, "1");
        isHandedOver();

        var begun = Objects.requireNonNull(luisIsRung().begun());
        assertThat(begun.isAnnounced()).isTrue();
        assertThat(progress.over(call.id(), own, "completed", true, 0)).contains("<Stop><Recording");
        assertThat(luisIsRung())
                .as("what was recorded of the two has ended, and this has not")
                .isEqualTo(TapeOrder.UNCHANGED);
        assertThat(tapes.isRecorded(call.id())).isTrue();
    }

    @Test
    void the_rule_for_callers_records_nobody_who_was_called() {
        recorded("everywhere", "never");
        isHandedOver();

        assertThat(luisIsRung()).isEqualTo(TapeOrder.UNCHANGED);
    }

    @Test
    void who_did_not_want_to_be_recorded_is_not_asked_again() {
        recorded("never", "everywhere");
        progress.pressed(call.id(), own, "1");
        progress.unrecorded(call.id());
        isHandedOver();

        assertThat(luisIsRung().begun()).isNull();
    }

    private TapeOrder luisIsRung() {
        var luis = new Callee(UUID.randomUUID(), "102", "Luis Ortega", "Billing", List.of(), null);
        Call led = calls.find(call.id()).orElseThrow();
        return Objects.requireNonNull(transactions.execute(status -> tapes.at(
                led,
                tapes.partsOf(led),
                new CallStep.Ring(luis),
                false,
                (kind, language) -> "This call is recorded.")));
    }

    @Test
    void who_was_sent_on_and_reached_nobody_waits_to_be_called_back_unless_they_left_a_message() {
        isHandedOver();
        calls.sentOn(call.id(), clock.instant());
        news.ofCalled(call.id(), theirs, CallStatus.COMPLETED);
        news.ofCalled(call.id(), theirs, CallStatus.COMPLETED);

        var missed = missed();
        assertThat(missed).hasSize(1);
        assertThat(missed.getFirst().get("from").asString()).isEqualTo("+14155550148");
        assertThat(missed.getFirst().at("/last/direction").asString()).isEqualTo("outbound");
        var one = owner.get("/api/missed-calls/" + missed.getFirst().get("id").asString())
                .body();
        assertThat(one.at("/calls/0/id").asString()).isEqualTo(call.id().toString());
        assertThat(owner.get(path()).body().get("summary").asString())
                .isEqualTo("They were sent on, and reached nobody.");
        assertThat(textsBack()).isZero();

        ends.messageHeard(theirs, true);
        assertThat(missed()).isEmpty();
    }

    private List<JsonNode> missed() {
        return owner.get("/api/missed-calls?limit=200")
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.at("/last/id").asString().equals(call.id().toString()))
                .toList();
    }

    private int textsBack() {
        return jdbc.sql(
                        "select count(*) from scheduled_tasks where task_name = 'missedcalls.text-back' and task_instance = ?")
                .param(call.id().toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void nobody_is_picked_up_who_was_never_parked() {
        var refused = owner.post(path() + "/pick-up", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("not_parked");
        isHandedOver();
        assertThat(owner.post(path() + "/pick-up", "{}").code()).isEqualTo("not_parked");
        assertThat(owner.post("/api/calls/" + UUID.randomUUID() + "/pick-up", "{}")
                        .code())
                .isEqualTo("call_not_found");
    }

    @Test
    void who_waits_on_hold_when_it_is_handed_over_asks_on_where_callers_do() {
        phones.want(call.id(), new Wish(Stage.HELD, clock.instant()));
        apart.called(call.id(), Moment.ENTERED);
        progress.over(call.id(), own, "completed", true, 0);
        isHandedOver();

        assertThat(where()).isEqualTo("held");
        assertThat(apart.called(call.id(), Moment.WAITED)).contains("/ivr/hands/WAITED/0");
        assertThat(apart.called(call.id(), Moment.LEFT)).contains("/ivr/hands/LEFT/0");
        news.ofOwn(call.id(), own, CallStatus.COMPLETED);
        assertThat(jdbc.sql(
                                "select count(*) from scheduled_tasks where task_name = 'calls.bring-back' and task_instance = ?")
                        .param(call.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_the_carrier_did_not_do_and_what_cannot_be_leaves_the_call_to_whoever_began_it() {
        assertThat(owner.post(path() + "/park", "{}").code()).isEqualTo("carrier_unavailable");
        assertThat(where()).isEqualTo("talking");
        assertThat(owner.post(path() + "/transfer", "{\"to\":\"198\"}").code()).isEqualTo("invalid_fields");
        assertThat(owner.post(path() + "/pass-on", "{}").code()).isEqualTo("colleague_not_there");
        assertThat(ApiPerson.of(Role.AGENT, port, beans)
                        .post(path() + "/park", "{}")
                        .code())
                .isEqualTo("not_your_call");
        assertThat(owner.post(path() + "/hang-up", "{}").code()).isEqualTo("carrier_unavailable");
    }

    @Test
    void who_has_not_answered_is_not_led_anywhere_and_who_has_hung_up_neither() {
        jdbc.sql("update dialed_call set state = 'connecting', rank = 4 where id = ?")
                .param(call.id())
                .update();
        assertThat(owner.post(path() + "/park", "{}").code()).isEqualTo("call_not_with_us");
        assertThat(owner.post(path() + "/transfer", "{\"to\":\"operator\"}").code())
                .isEqualTo("call_not_with_us");
        news.ofCalled(call.id(), theirs, CallStatus.IN_PROGRESS);
        news.ofCalled(call.id(), theirs, CallStatus.COMPLETED);
        assertThat(owner.post(path() + "/park", "{}").code()).isEqualTo("call_over");
        news.ofOwn(call.id(), own, CallStatus.COMPLETED);
        assertThat(owner.post(path() + "/hang-up", "{}").code()).isEqualTo("call_over");
    }
}
