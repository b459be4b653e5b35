package io.cloudpbx.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.CallsInHand;
import io.cloudpbx.dialing.flow.Called.Moment;
import io.cloudpbx.dialing.flow.Called.Stage;
import io.cloudpbx.dialing.flow.Called.Wish;
import io.cloudpbx.dialing.store.CalledRows;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
        jdbc.sql("update recording_settings set outgoing = 'never', state = null")
                .update();
        for (String table : List.of("call_tape", "call_handling", "call_leg", "call_step")) {
            jdbc.sql("delete from " + table + " where call_id = ?")
                    .param(call.id())
                    .update();
        }
        jdbc.sql("delete from call where id = ?").param(call.id()).update();
        house.isLeft();
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
        jdbc.sql("update recording_settings set outgoing = 'everywhere', state = 'TX'")
                .update();
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
