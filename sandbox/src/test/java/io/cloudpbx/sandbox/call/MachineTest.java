package io.cloudpbx.sandbox.call;

import static io.cloudpbx.sandbox.call.Carrier.BUSINESS;
import static io.cloudpbx.sandbox.call.Carrier.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.twiml.Verb.MachineDetection;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answering machines and their detection ({@code twilio.md} sections 2.1, 2.3, 7 and 12, E15). */
class MachineTest extends CallTest {
    private static final String PATIENT = "<Pause length=\"60\"/>";

    @BeforeEach
    void urls() {
        customer.answer("/amd", "");
        customer.answer("/answered", "<Say>This is a reminder of your appointment.</Say>");
    }

    private MachineDetection detection(boolean messageEnd, @Nullable Callback callback) {
        return new MachineDetection(
                messageEnd,
                Duration.ofSeconds(30),
                Duration.ofMillis(2400),
                Duration.ofMillis(1200),
                Duration.ofSeconds(5),
                callback);
    }

    private Call orders(MachineDetection detection, boolean async) {
        Call placed = carrier.switchBoard.place(
                carrier.state.account(Account.BUSINESS_SID),
                new CallOrder(
                        BUSINESS,
                        MOBILE,
                        WebhookTarget.of(customer.url("/answered"), "POST"),
                        null,
                        null,
                        Duration.ofSeconds(60),
                        Duration.ofHours(1),
                        "",
                        null,
                        new CallOrder.Options(detection, async, "", "", null, null, "")));
        carrier.settle();
        return carrier.call(placed.sid());
    }

    private void answeredBy(String who) {
        assertThat(asked("/answered").get("AnsweredBy")).isEqualTo(who);
    }

    @Test
    void a_short_greeting_and_silence_is_a_human() {
        answers(MOBILE, 1, "<Say>Rossi speaking.</Say>" + PATIENT);

        Call call = orders(detection(false, null), false);

        answeredBy("human");
        assertThat(call.details().answeredBy()).isEqualTo("human");
    }

    @Test
    void a_long_greeting_is_a_machine() {
        handset(MOBILE, new Behaviour.Machine(1.0, null, true));

        orders(detection(false, null), false);

        answeredBy("machine_start");
    }

    @Test
    void the_end_of_its_greeting_is_the_beep_and_what_is_said_then_is_recorded() {
        handset(MOBILE, new Behaviour.Machine(1.0, null, true));

        Call call = orders(detection(true, null), false);

        answeredBy("machine_end_beep");
        Recording kept = carrier.state.recordings().getFirst();
        assertThat(kept.accountSid()).isEqualTo(Account.OUTSIDE_SID);
        assertThat(kept.status()).isEqualTo(Recording.Status.COMPLETED);
        assertThat(carrier.switchBoard.transcript(call.sid()).orElseThrow().entries())
                .extracting(entry -> entry.party() + " " + entry.event() + " " + entry.text())
                .contains("handset heard This is a reminder of your appointment.");
    }

    @Test
    void a_machine_without_a_beep_ends_in_silence() {
        handset(MOBILE, new Behaviour.Machine(1.0, null, false));

        orders(detection(true, null), false);

        answeredBy("machine_end_silence");
    }

    @Test
    void nobody_knows_who_answers_with_silence() {
        handset(MOBILE, new Behaviour.Answer(1.0, "<Response>" + PATIENT + "</Response>"));

        orders(detection(false, null), false);

        answeredBy("unknown");
    }

    @Test
    void a_fax_is_known_by_its_tone() {
        handset(MOBILE, new Behaviour.Fax(1.0));

        orders(detection(true, null), false);

        answeredBy("fax");
    }

    @Test
    void asynchronously_the_document_runs_at_once_and_the_callback_tells_later() {
        handset(MOBILE, new Behaviour.Machine(1.0, null, true));
        customer.answer("/answered", "<Pause length=\"20\"/>");

        orders(detection(false, new Callback(customer.url("/amd"), "POST")), true);

        assertThat(asked("/answered").parameters()).doesNotContainKey("AnsweredBy");
        CustomerServer.Request told = asked("/amd");
        assertThat(told.parameters().keySet())
                .containsExactlyInAnyOrder("AccountSid", "AnsweredBy", "CallSid", "MachineDetectionDuration");
        assertThat(told.get("AnsweredBy")).isEqualTo("machine_start");
        assertThat(Integer.parseInt(told.get("MachineDetectionDuration"))).isBetween(2300, 2600);
    }

    @Test
    void a_dialled_number_is_looked_at_beside_the_conversation() {
        business("<Dial><Number machineDetection=\"DetectMessageEnd\" amdStatusCallback=\"/amd\">" + MOBILE
                + "</Number></Dial>");
        handset(MOBILE, new Behaviour.Machine(1.0, null, true));

        caller("<Pause length=\"30\"/>");

        assertThat(asked("/amd").get("AnsweredBy")).isEqualTo("machine_end_beep");
    }

    @Test
    void a_machine_takes_a_call_that_has_no_screening_and_never_presses_a_key_A16() {
        business("<Dial action=\"/after\"><Number url=\"/screen\">" + MOBILE + "</Number></Dial>");
        customer.answer("/screen", "<Gather numDigits=\"1\" timeout=\"5\"><Say>Press one.</Say></Gather><Hangup/>");
        customer.answer("/after", "<Hangup/>");
        handset(MOBILE, new Behaviour.Machine(1.0, null, true));

        caller(PATIENT);

        assertThat(asked("/after").get("DialBridged")).isEqualTo("false");
    }
}
