package io.cloudpbx.sandbox.call;

import static io.cloudpbx.sandbox.call.Carrier.MOBILE;
import static io.cloudpbx.sandbox.call.Carrier.SECOND_MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Direction;
import io.cloudpbx.sandbox.state.Call.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Screening by {@code <Number url>} ({@code twilio.md} sections 2.2 and 7). */
class WhisperTest extends CallTest {
    @BeforeEach
    void screening() {
        business("<Dial action=\"/after\" answerOnBridge=\"true\"><Number url=\"/screen\">" + MOBILE
                + "</Number></Dial>");
        customer.answer(
                "/screen",
                "<Gather numDigits=\"1\" action=\"/accept\" timeout=\"8\"><Say>Press one.</Say></Gather><Hangup/>");
        customer.answer("/accept", "");
        customer.answer("/after", "<Hangup/>");
    }

    private Call dialled(String number) {
        return carrier.state.calls().stream()
                .filter(call ->
                        call.direction() == Direction.OUTBOUND_DIAL && call.to().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_end_of_the_document_connects_and_the_caller_heard_nothing_of_it() {
        answers(MOBILE, 1, "<Pause length=\"3\"/><Play digits=\"1\"/><Pause length=\"1\"/><Say>Hello?</Say>");

        caller("<Pause length=\"60\"/>");

        assertThat(only(asked("/after"), "DialCallStatus", "DialBridged"))
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialBridged", "true");
        assertThat(carrier.story("heard")).contains("handset heard Press one.", "caller heard Hello?");
        assertThat(carrier.story("heard")).doesNotContain("caller heard Press one.");
        assertThat(carrier.businessLeg().startTime()).isAfter(dialled(MOBILE).startTime());
    }

    @Test
    void the_whisper_is_asked_for_with_the_parameters_of_the_dialled_leg() {
        answers(MOBILE, 1, "<Pause length=\"20\"/>");

        caller("<Pause length=\"60\"/>");

        assertThat(asked("/screen").parameters())
                .containsEntry("CallSid", dialled(MOBILE).sid())
                .containsEntry("ParentCallSid", carrier.businessLeg().sid())
                .containsEntry("Direction", "outbound-dial")
                .containsEntry("CallStatus", "in-progress")
                .containsEntry("To", MOBILE);
    }

    @Test
    void hanging_up_in_it_refuses_the_call_which_counts_as_completed_but_not_bridged() {
        answers(MOBILE, 1, "<Pause length=\"30\"/>");

        caller("<Pause length=\"60\"/>");

        assertThat(only(asked("/after"), "DialCallStatus", "DialBridged", "CallStatus"))
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialBridged", "false");
        assertThat(dialled(MOBILE).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void a_callee_who_hangs_up_in_it_has_not_taken_the_call() {
        answers(MOBILE, 1, "<Pause length=\"1\"/><Hangup/>");

        caller("<Pause length=\"60\"/>");

        assertThat(asked("/after").get("DialBridged")).isEqualTo("false");
    }

    @Test
    void when_the_caller_is_gone_meanwhile_the_leg_is_ended() {
        answers(MOBILE, 1, "<Pause length=\"30\"/>");
        business("<Dial action=\"/after\"><Number url=\"/screen\">" + MOBILE + "</Number></Dial>");

        caller("<Pause length=\"3\"/>");

        assertThat(only(asked("/after"), "DialCallStatus", "CallStatus"))
                .containsEntry("DialCallStatus", "canceled")
                .containsEntry("CallStatus", "completed");
        assertThat(dialled(MOBILE).status().isFinal()).isTrue();
    }

    @Test
    void a_mailbox_that_picks_up_first_does_not_take_the_call_from_a_person() {
        business("<Dial action=\"/after\"><Number url=\"/screen\">" + MOBILE + "</Number><Number url=\"/screen\">"
                + SECOND_MOBILE + "</Number></Dial>");
        answers(MOBILE, 1, "<Say>This is a mailbox, leave a message.</Say><Pause length=\"60\"/>");
        answers(SECOND_MOBILE, 4, "<Pause length=\"2\"/><Play digits=\"1\"/><Pause length=\"5\"/>");

        caller("<Pause length=\"60\"/>");

        assertThat(only(asked("/after"), "DialCallSid", "DialBridged"))
                .containsEntry("DialCallSid", dialled(SECOND_MOBILE).sid())
                .containsEntry("DialBridged", "true");
    }

    @Test
    void dialling_out_of_a_whisper_is_an_error() {
        customer.answer("/screen", "<Dial>" + SECOND_MOBILE + "</Dial>");
        answers(MOBILE, 1, "<Pause length=\"30\"/>");

        caller("<Pause length=\"60\"/>");

        assertThat(carrier.errorCodes()).contains(13201);
        assertThat(asked("/after").get("DialBridged")).isEqualTo("false");
    }
}
