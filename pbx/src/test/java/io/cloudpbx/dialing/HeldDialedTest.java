package io.cloudpbx.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
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

/** What is told of a held call late, twice or out of order; the carrier is away. */
@WebTest
class HeldDialedTest {
    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CalledRows phones;

    @Autowired
    private Progress progress;

    @Autowired
    private Apart apart;

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
        progress.leg(call.id(), theirs, CallStatus.IN_PROGRESS);
    }

    @AfterEach
    void they_leave() {
        jdbc.sql("update recording_settings set outgoing = 'never', state = null")
                .update();
        jdbc.sql("delete from call_tape where call_id = ?").param(call.id()).update();
        house.isLeft();
    }

    private String path() {
        return "/api/calls/" + call.id();
    }

    private String where() {
        return owner.get(path()).body().get("where").asString();
    }

    private List<String> steps() {
        return owner.get(path())
                .body()
                .get("steps")
                .valueStream()
                .map(step -> step.get("text").asString())
                .toList();
    }

    private void wanted(Stage stage) {
        phones.want(call.id(), new Wish(stage, clock.instant()));
    }

    private String over() {
        return progress.over(call.id(), own, "completed", true, 0);
    }

    private boolean isLetGo(CarrierId phone) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
                        .param(call.id() + "/" + phone.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void the_two_may_ask_in_any_order_and_twice() {
        wanted(Stage.HELD);
        String music = apart.called(call.id(), Moment.ENTERED);
        assertThat(music).contains("Please hold", "<Conference", "/called/waited");
        assertThat(where()).isEqualTo("held");
        String waits = over();
        assertThat(waits).contains("They are on hold", "<Conference").doesNotContain("Goodbye");

        assertThat(apart.called(call.id(), Moment.ENTERED)).isEqualTo(music);
        assertThat(over()).isEqualTo(waits);
        assertThat(apart.called(call.id(), Moment.WAITED))
                .contains("<Conference", "/called/waited")
                .doesNotContain("Please hold");
        assertThat(steps()).filteredOn("On hold"::equals).hasSize(1);

        wanted(Stage.TOGETHER);
        String talk = apart.called(call.id(), Moment.ENTERED);
        assertThat(talk).contains("Thank you for holding", "/called/left");
        assertThat(apart.called(call.id(), Moment.WAITED)).isEqualTo(talk);
        assertThat(where()).isEqualTo("talking");
        assertThat(steps()).endsWith("Talking", "On hold", "Talking");
        assertThat(owner.get("/api/calls/live").text()).contains(call.id().toString());
    }

    @Test
    void who_hangs_up_while_they_are_parted_is_not_waited_for_whatever_is_told_first() {
        wanted(Stage.HELD);
        progress.leg(call.id(), theirs, CallStatus.COMPLETED);
        assertThat(over()).contains("<Hangup").doesNotContain("<Conference");
        assertThat(isLetGo(own)).isTrue();

        progress.leg(call.id(), theirs, CallStatus.COMPLETED);
        assertThat(owner.post(path() + "/hold", "{}").code()).isEqualTo("call_over");
        assertThat(apart.letGo(call.id(), own)).contains("They hung up. Goodbye.");
    }

    @Test
    void who_is_still_there_when_the_call_is_over_is_let_go_and_waits_no_more() {
        wanted(Stage.HELD);
        apart.called(call.id(), Moment.ENTERED);
        over();
        progress.reported(call.id(), own, CallStatus.COMPLETED);

        assertThat(isLetGo(theirs)).isTrue();
        assertThat(apart.letGo(call.id(), theirs)).contains("Goodbye.").doesNotContain("They hung up");
        assertThat(apart.called(call.id(), Moment.WAITED)).contains("Goodbye.", "<Hangup");
        assertThat(where()).isEqualTo("ended");
        assertThat(owner.get(path()).body().get("outcome").asString()).isEqualTo("answered");
        assertThat(owner.post(path() + "/resume", "{}").code()).isEqualTo("call_over");
    }

    @Test
    void a_call_that_nobody_held_ends_as_ever_and_nobody_is_let_go() {
        progress.leg(call.id(), theirs, CallStatus.COMPLETED);
        assertThat(over()).contains("<Hangup").doesNotContain("<Conference");
        progress.reported(call.id(), own, CallStatus.COMPLETED);

        assertThat(isLetGo(own)).isFalse();
        assertThat(isLetGo(theirs)).isFalse();
    }

    @Test
    void who_was_forgotten_on_hold_comes_back() {
        wanted(Stage.HELD);
        apart.called(call.id(), Moment.ENTERED);
        over();
        jdbc.sql("update called_phone set held_at = array[held_at[1] - interval '20 minutes'] where call_id = ?")
                .param(call.id())
                .update();

        assertThat(apart.called(call.id(), Moment.WAITED)).contains("Thank you for holding", "/called/left");
        assertThat(where()).isEqualTo("talking");
        assertThat(apart.called(call.id(), Moment.LEFT)).contains("Goodbye.");
    }

    @Test
    void a_hold_ends_the_recording_in_the_same_document_every_time_it_is_asked_for() {
        jdbc.sql("update recording_settings set outgoing = 'everywhere', state = 'TX'")
                .update();
        progress.pressed(call.id(), own, "1");
        String tape = jdbc.sql("select id from call_tape where call_id = ?")
                .param(call.id())
                .query(UUID.class)
                .single()
                .toString();
        wanted(Stage.HELD);

        String document = over();

        assertThat(document).contains("<Stop><Recording name=\"" + tape + "\"");
        assertThat(over()).isEqualTo(document);
        assertThat(jdbc.sql("select ending_at is not null from call_tape where call_id = ?")
                        .param(call.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_carrier_that_is_away_holds_nobody() {
        var refused = owner.post(path() + "/hold", "{}");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.code()).isEqualTo("carrier_unavailable");
        assertThat(where()).isEqualTo("talking");
        assertThat(owner.post("/api/calls/" + UUID.randomUUID() + "/hold", "{}").code())
                .isEqualTo("call_not_found");
        assertThat(ApiPerson.of(Role.AGENT, port, beans)
                        .post(path() + "/hold", "{}")
                        .code())
                .isEqualTo("not_your_call");
        assertThat(ApiPerson.of(Role.READ_ONLY, port, beans)
                        .post(path() + "/hold", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_has_not_answered_is_not_held_and_who_is_not_held_does_not_come_back() {
        assertThat(owner.post(path() + "/resume", "{}").code()).isEqualTo("call_not_with_us");
        jdbc.sql("update dialed_call set state = 'connecting', rank = 4 where id = ?")
                .param(call.id())
                .update();
        assertThat(owner.post(path() + "/hold", "{}").code()).isEqualTo("call_not_with_us");
    }
}
