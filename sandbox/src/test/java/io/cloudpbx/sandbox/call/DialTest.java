package io.cloudpbx.sandbox.call;

import static io.cloudpbx.sandbox.call.Carrier.BUSINESS;
import static io.cloudpbx.sandbox.call.Carrier.CALLER;
import static io.cloudpbx.sandbox.call.Carrier.MOBILE;
import static io.cloudpbx.sandbox.call.Carrier.SECOND_MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Direction;
import io.cloudpbx.sandbox.state.Call.Status;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code <Dial>} and {@code <Number>}, rule by rule ({@code twilio.md} sections 2.2, 2.3, 7 and 13). */
class DialTest extends CallTest {
    private static final String PATIENT = "<Pause length=\"90\"/>";

    @BeforeEach
    void after_the_dial() {
        customer.answer("/after", "<Hangup/>");
        customer.answer("/leg", "");
    }

    private Call dialled(String number) {
        return carrier.state.calls().stream()
                .filter(call ->
                        call.direction() == Direction.OUTBOUND_DIAL && call.to().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void dials(String attributes, String nouns) {
        business("<Dial action=\"/after\" " + attributes + ">" + nouns + "</Dial>");
    }

    @Test
    void a_number_that_answers_is_connected_and_both_hear_each_other() {
        dials("", MOBILE);
        answers(MOBILE, 2, "<Say>Rossi speaking.</Say><Pause length=\"4\"/><Hangup/>");

        caller("<Pause length=\"4\"/><Say>Hello, this is Maria.</Say>" + PATIENT);

        Call child = dialled(MOBILE);
        assertThat(child.parentCallSid()).isEqualTo(carrier.businessLeg().sid());
        assertThat(child.from()).as("the caller's number is shown by default").isEqualTo(CALLER);
        assertThat(carrier.story("heard"))
                .contains("caller heard Rossi speaking.", "handset heard Hello, this is Maria.");
        assertThat(only(asked("/after"), "DialCallStatus", "DialCallSid", "DialBridged", "CallStatus"))
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialCallSid", child.sid())
                .containsEntry("DialBridged", "true")
                .containsEntry("CallStatus", "in-progress");
        assertThat(Integer.parseInt(asked("/after").get("DialCallDuration"))).isBetween(4, 7);
    }

    @Test
    void a_number_that_rings_out_is_no_answer_after_the_timeout() {
        dials("timeout=\"20\"", MOBILE);
        handset(MOBILE, new Behaviour.RingOut());

        caller(PATIENT);

        assertThat(only(asked("/after"), "DialCallStatus", "DialBridged", "DialCallDuration"))
                .containsEntry("DialCallStatus", "no-answer")
                .containsEntry("DialBridged", "false")
                .containsEntry("DialCallDuration", "(absent)");
        Call child = dialled(MOBILE);
        assertThat(child.status()).isEqualTo(Status.NO_ANSWER);
        assertThat(Duration.between(child.dateCreated(), child.endTime()))
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
    }

    @Test
    void section_14_a_number_that_dials_itself_comes_to_an_end() {
        business("<Dial>" + Carrier.BUSINESS + "</Dial>");

        caller(PATIENT);

        assertThat(carrier.errorCodes()).containsExactly(11215);
        assertThat(customer.requests("/in")).hasSize(71);
        assertThat(carrier.state.calls())
                .allSatisfy(call -> assertThat(call.status().isFinal()).isTrue());
    }

    @Test
    void section_14_numbers_that_dial_one_another_ask_for_a_thousand_documents_together() {
        carrier.sells("+14155550122", customer.url("/second"), null);
        customer.answer("/second", "<Redirect>/second</Redirect>");
        business("<Dial>+14155550122</Dial>");

        caller("<Pause length=\"3600\"/>");

        assertThat(customer.requests("/in")).hasSize(1);
        assertThat(customer.requests("/second")).hasSize(999);
        assertThat(carrier.errorCodes()).containsExactly(11215);
    }

    @Test
    void thirty_seconds_are_the_default_timeout() {
        dials("", MOBILE);
        answers(MOBILE, 31, "<Say>Too late.</Say>");

        caller(PATIENT);

        assertThat(asked("/after").get("DialCallStatus")).isEqualTo("no-answer");
    }

    @Test
    void busy_declined_and_unreachable_numbers_are_told_apart_as_far_as_a_carrier_does() {
        dials("", MOBILE);

        handset(MOBILE, new Behaviour.Busy());
        caller(PATIENT);
        assertThat(asked("/after", 1).getLast().get("DialCallStatus")).isEqualTo("busy");

        handset(MOBILE, new Behaviour.Reject());
        caller(PATIENT);
        assertThat(asked("/after", 2).getLast().get("DialCallStatus")).isEqualTo("busy");

        handset(MOBILE, new Behaviour.Fail());
        caller(PATIENT);
        assertThat(asked("/after", 3).getLast().get("DialCallStatus")).isEqualTo("failed");
    }

    @Test
    void nobody_at_a_browser_phone_means_that_it_rings_out() {
        dials("timeout=\"5\"", MOBILE);

        caller(PATIENT);

        assertThat(asked("/after").get("DialCallStatus")).isEqualTo("no-answer");
    }

    @Test
    void a_caller_who_gives_up_cancels_the_ringing_and_the_action_is_told() {
        dials("", MOBILE);
        handset(MOBILE, new Behaviour.RingOut());

        caller("<Pause length=\"5\"/>");

        assertThat(only(asked("/after"), "DialCallStatus", "CallStatus", "DialBridged"))
                .containsEntry("DialCallStatus", "canceled")
                .containsEntry("CallStatus", "completed")
                .containsEntry("DialBridged", "false");
        assertThat(dialled(MOBILE).status()).isEqualTo(Status.CANCELED);
    }

    @Test
    void of_several_numbers_the_first_to_answer_is_connected_and_the_others_are_canceled() {
        dials("", "<Number>" + MOBILE + "</Number><Number>" + SECOND_MOBILE + "</Number>");
        answers(MOBILE, 5, "<Say>Slow.</Say>");
        answers(SECOND_MOBILE, 2, "<Say>Quick.</Say>");

        caller(PATIENT);

        assertThat(dialled(MOBILE).status()).isEqualTo(Status.CANCELED);
        assertThat(asked("/after").get("DialCallSid"))
                .isEqualTo(dialled(SECOND_MOBILE).sid());
        assertThat(carrier.story("heard")).containsExactly("caller heard Quick.");
    }

    @Test
    void sequential_numbers_are_rung_one_after_the_other() {
        dials(
                "sequential=\"true\" timeout=\"10\"",
                "<Number>" + MOBILE + "</Number><Number>" + SECOND_MOBILE + "</Number>");
        handset(MOBILE, new Behaviour.RingOut());
        answers(SECOND_MOBILE, 1, "<Say>Here I am.</Say>");

        caller(PATIENT);

        Call first = dialled(MOBILE);
        assertThat(first.status()).isEqualTo(Status.NO_ANSWER);
        assertThat(dialled(SECOND_MOBILE).dateCreated())
                .isAfterOrEqualTo(first.dateCreated().plusSeconds(10));
        assertThat(asked("/after").get("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void without_an_action_the_same_document_goes_on() {
        business("<Dial timeout=\"5\">" + MOBILE + "</Dial><Say>Nobody is there.</Say>");

        caller(PATIENT);

        assertThat(carrier.story("heard")).containsExactly("caller heard Nobody is there.");
    }

    @Test
    void a_foreign_caller_id_fails_the_leg() {
        carrier.sells("+14155550111", null, null);
        dials("callerId=\"+12125550123\"", MOBILE);

        caller(PATIENT);
        // The outside world owns that number, and the business does not.
        assertThat(asked("/after").get("DialCallStatus")).isEqualTo("failed");
        assertThat(carrier.errorCodes()).contains(13214);

        dials("callerId=\"+14155550111\" timeout=\"5\"", MOBILE);
        caller(PATIENT);
        assertThat(dialled(MOBILE).from()).isEqualTo("+14155550111");
    }

    @Test
    void a_number_as_people_write_it_is_understood_and_nonsense_fails() {
        dials("timeout=\"5\"", "<Number>(415) 555-0191</Number>");
        caller(PATIENT);
        assertThat(dialled(MOBILE).to()).isEqualTo(MOBILE);

        dials("timeout=\"5\"", "<Number>reception</Number>");
        caller(PATIENT);
        assertThat(asked("/after", 2).getLast().get("DialCallStatus")).isEqualTo("failed");
        assertThat(carrier.errorCodes()).contains(13223);
    }

    @Test
    void answer_on_bridge_leaves_the_caller_ringing_until_somebody_takes_the_call() {
        dials("answerOnBridge=\"true\"", MOBILE);
        answers(MOBILE, 7, "<Pause length=\"3\"/>");

        caller(PATIENT);

        Call child = dialled(MOBILE);
        assertThat(carrier.businessLeg().startTime()).isEqualTo(child.startTime());
    }

    @Test
    void without_it_dialling_answers_the_call() {
        dials("", MOBILE);
        answers(MOBILE, 7, "<Pause length=\"3\"/>");

        caller(PATIENT);

        assertThat(carrier.businessLeg().startTime())
                .isBefore(Objects.requireNonNull(dialled(MOBILE).startTime()).minusSeconds(6));
    }

    @Test
    void the_time_limit_ends_the_conversation() {
        dials("timeLimit=\"10\"", MOBILE);
        answers(MOBILE, 1, PATIENT);

        caller(PATIENT);

        assertThat(only(asked("/after"), "DialCallStatus", "DialCallDuration"))
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialCallDuration", "10");
    }

    @Test
    void the_callers_star_hangs_up_on_the_other_when_that_is_wanted() {
        dials("hangupOnStar=\"true\"", MOBILE);
        answers(MOBILE, 1, PATIENT);

        caller("<Pause length=\"5\"/><Play digits=\"*\"/>" + PATIENT);

        assertThat(asked("/after").get("CallStatus")).isEqualTo("in-progress");
        assertThat(dialled(MOBILE).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void send_digits_are_pressed_once_the_other_has_answered() {
        dials("", "<Number sendDigits=\"ww12\">" + MOBILE + "</Number>");
        customer.answer("/typed", "<Hangup/>");
        answers(MOBILE, 1, "<Gather numDigits=\"2\" action=\"" + customer.url("/typed") + "\"/>");

        caller(PATIENT);

        assertThat(asked("/typed").get("Digits")).isEqualTo("12");
    }

    @Test
    void the_legs_own_callback_tells_its_progress_in_order() {
        dials(
                "",
                "<Number statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered completed\">" + MOBILE
                        + "</Number>");
        answers(MOBILE, 2, "<Pause length=\"3\"/>");

        caller(PATIENT);

        List<CustomerServer.Request> told = asked("/leg", 4);
        assertThat(told)
                .extracting(request -> request.get("CallStatus"))
                .containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(told).extracting(request -> request.get("SequenceNumber")).containsExactly("0", "1", "2", "3");
        assertThat(told.getLast().parameters())
                .containsEntry("CallSid", dialled(MOBILE).sid())
                .containsEntry("ParentCallSid", carrier.businessLeg().sid())
                .containsEntry("CallbackSource", "call-progress-events")
                .containsEntry("Direction", "outbound-dial")
                .containsEntry("CallDuration", "3")
                .containsEntry("Duration", "1")
                .containsKey("Timestamp");
    }

    @Test
    void recording_from_the_answer_holds_both_voices() {
        dials("record=\"record-from-answer\" recordingStatusCallback=\"/leg\"", MOBILE);
        answers(MOBILE, 1, "<Pause length=\"1\"/><Say>Good morning from the other side.</Say><Pause length=\"1\"/>");

        caller("<Pause length=\"6\"/><Say>Good morning to you.</Say>" + PATIENT);

        assertThat(asked("/after").get("RecordingUrl")).contains("/Recordings/RE");
        assertThat(asked("/leg").parameters())
                .containsEntry("RecordingSource", "DialVerb")
                .containsEntry("CallSid", carrier.businessLeg().sid());
    }

    @Test
    void a_dual_recording_has_a_channel_for_each() {
        dials("record=\"record-from-answer-dual\"", MOBILE);
        answers(MOBILE, 1, "<Pause length=\"1\"/><Say>Good morning.</Say>");

        caller(PATIENT);

        assertThat(carrier.state.recordings().getFirst().channels()).isEqualTo(2);
    }

    @Test
    void another_business_number_runs_its_own_document_on_its_own_leg() {
        carrier.sells("+14155550111", customer.url("/second"), null);
        customer.answer("/second", "<Say>Second office.</Say>");
        dials("", "+14155550111");

        caller(PATIENT);

        assertThat(carrier.story("heard")).contains("caller heard Second office.");
        assertThat(asked("/second").parameters())
                .containsEntry("Direction", "inbound")
                .containsEntry("To", "+14155550111")
                .doesNotContainKey("ParentCallSid");
    }

    @Test
    void what_is_not_imitated_is_refused_and_never_faked() {
        business("<Dial><Application>AP1</Application></Dial>");

        caller(PATIENT);

        assertThat(carrier.errorCodes()).contains(12200);
        assertThat(carrier.story("heard")).singleElement().asString().contains("application error");
        assertThat(carrier.businessLeg().to()).isEqualTo(BUSINESS);
    }
}
