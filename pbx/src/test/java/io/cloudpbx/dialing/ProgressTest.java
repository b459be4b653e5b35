package io.cloudpbx.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of a call late, out of order or not at all. */
@WebTest
class ProgressTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DialedCallRows rows;

    @Autowired
    private Progress progress;

    private final CarrierId carrierId =
            new CarrierId("CA" + UUID.randomUUID().toString().replace("-", ""));

    private DialedHouse house;
    private DialedCall call;

    @BeforeEach
    void somebody_wishes_a_call() {
        house = new DialedHouse(beans);
        call = house.wished(Duration.ZERO);
    }

    @AfterEach
    void they_leave() {
        jdbc.sql("update recording_settings set outgoing = 'never', state = null")
                .update();
        jdbc.sql("delete from call_tape where call_id = ?").param(call.id()).update();
        house.isLeft();
    }

    private DialedCall now() {
        return rows.find(call.id()).orElseThrow();
    }

    @Test
    void what_was_wished_before_a_freeze_is_not_placed_in_it() {
        jdbc.sql("update messaging_settings set frozen = true").update();

        assertThat(progress.claim(call.id())).isEmpty();
        assertThat(now().outcome()).isEqualTo(Reached.FAILED);
        assertThat(now().why()).contains("restore from a backup");
    }

    @Test
    void without_a_freeze_it_is_placed_once() {
        assertThat(progress.claim(call.id())).isPresent();
        assertThat(progress.claim(call.id())).isEmpty();
        assertThat(now().isLive()).isTrue();
    }

    @Test
    void a_phone_that_answers_after_the_end_is_hung_up_on() {
        progress.claim(call.id());
        progress.notConfirmed(call.id());

        assertThat(progress.answered(call.id(), carrierId)).contains("<Hangup").doesNotContain("<Gather");
        assertThat(progress.pressed(call.id(), carrierId, "1"))
                .contains("<Hangup")
                .doesNotContain("<Dial");
        assertThat(now().outcome()).isEqualTo(Reached.NOT_CONFIRMED);
    }

    @Test
    void a_phone_that_answers_before_it_is_led_on() {
        progress.claim(call.id());

        assertThat(progress.answered(call.id(), carrierId)).contains("<Gather");
        assertThat(progress.pressed(call.id(), carrierId, "1")).contains("<Dial");
    }

    @Test
    void who_was_joined_has_talked_when_the_carrier_does_not_say_so() {
        talking();

        progress.over(call.id(), carrierId, "completed", null, 0);
        progress.reported(call.id(), carrierId, CallStatus.COMPLETED);

        assertThat(now().outcome()).isEqualTo(Reached.ANSWERED);
        assertThat(now().why()).isEqualTo("Somebody hung up.");
    }

    @Test
    void who_was_never_joined_has_not_when_the_carrier_does_not_say_so() {
        progress.pressed(call.id(), carrierId, "1");

        progress.over(call.id(), carrierId, "completed", null, 0);

        assertThat(now().outcome()).isEqualTo(Reached.UNREACHED);
    }

    @Test
    void a_repeated_key_begins_one_recording_and_who_refuses_is_not_recorded_again() {
        recorded("everywhere");
        String first = progress.pressed(call.id(), carrierId, "1");
        assertThat(first).contains("<Recording", "/ivr/dialed/" + call.id() + "/told");
        assertThat(progress.pressed(call.id(), carrierId, "1")).isEqualTo(first);
        assertThat(progress.told(call.id())).contains("is recorded", "/unrecorded");

        assertThat(progress.unrecorded(call.id())).isEqualTo(progress.unrecorded(call.id()));
        assertThat(progress.pressed(call.id(), carrierId, "1"))
                .contains("<Dial")
                .doesNotContain("<Recording");
    }

    @Test
    void to_a_state_where_everybody_has_to_agree_nobody_is_recorded() {
        recorded("one_party_states");

        assertThat(progress.answered(call.id(), carrierId)).doesNotContain("recorded");
        assertThat(progress.pressed(call.id(), carrierId, "1")).doesNotContain("<Recording");
    }

    private void recorded(String outgoing) {
        jdbc.sql("update recording_settings set outgoing = ?, state = 'TX'")
                .param(outgoing)
                .update();
    }

    private void talking() {
        progress.pressed(call.id(), carrierId, "1");
        progress.leg(call.id(), new CarrierId("CA00000000000000000000000000000197"), CallStatus.IN_PROGRESS);
    }
}
