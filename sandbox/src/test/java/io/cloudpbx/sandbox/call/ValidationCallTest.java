package io.cloudpbx.sandbox.call;

import static io.cloudpbx.sandbox.call.Carrier.MOBILE;
import static io.cloudpbx.sandbox.call.Carrier.SECOND_MOBILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.CallerId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code OutgoingCallerIds}: the call that asks for the code, and what a verified number is good for. */
class ValidationCallTest extends CallTest {
    private static final String PRESSES_IT = "<Pause length=\"6\"/><Play digits=\"049716\"/><Pause length=\"9\"/>";

    private Call validate(Duration delay, String extension) {
        customer.answer("/verified", "");
        Call call = carrier.switchBoard.validate(
                carrier.state.account(Account.BUSINESS_SID),
                new ValidationOrder(
                        MOBILE,
                        "Ruth",
                        "049716",
                        delay,
                        extension,
                        Carrier.tell(customer.url("/verified"), "completed")));
        carrier.settle();
        return carrier.call(call.sid());
    }

    private Call validate() {
        return validate(Duration.ZERO, "");
    }

    private List<String> story(Call call, String event) {
        return carrier.switchBoard.transcript(call.sid()).orElseThrow().entries().stream()
                .filter(entry -> entry.event().equals(event))
                .map(Transcript.Entry::text)
                .toList();
    }

    @Test
    void whoever_presses_the_code_has_verified_the_number_and_the_callback_says_so() {
        answers(MOBILE, 1, PRESSES_IT);

        Call call = validate();

        CallerId callerId =
                carrier.state.callerIds().verified(Account.BUSINESS_SID, MOBILE).orElseThrow();
        assertThat(callerId.friendlyName()).isEqualTo("Ruth");
        assertThat(story(call, "said"))
                .containsExactly("Please enter your six digit validation code.", "Thank you. Your number is verified.");
        assertThat(call.status()).isEqualTo(Call.Status.COMPLETED);
        assertThat(asked("/verified").parameters())
                .containsEntry("To", MOBILE)
                .containsEntry("CallSid", call.sid())
                .containsEntry("CallStatus", "completed")
                .containsEntry("VerificationStatus", "success")
                .containsEntry("OutgoingCallerIdSid", callerId.sid());
    }

    @Test
    void a_key_cuts_the_prompt_short_and_a_second_try_may_succeed() {
        answers(
                MOBILE,
                1,
                "<Play digits=\"111111\"/><Pause length=\"4\"/><Play digits=\"049716\"/><Pause length=\"9\"/>");

        validate();

        assertThat(asked("/verified").get("VerificationStatus")).isEqualTo("success");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Pause length=\"120\"/>",
                "<Pause length=\"2\"/>",
                "<Play digits=\"111111wwww222222wwww333333wwww049716\"/><Pause length=\"60\"/>"
            })
    void without_the_code_in_three_tries_the_verification_has_failed(String verbs) {
        answers(MOBILE, 1, verbs);

        validate();

        assertThat(carrier.state.callerIds().all()).isEmpty();
        assertThat(asked("/verified").parameters())
                .containsEntry("VerificationStatus", "failed")
                .doesNotContainKey("OutgoingCallerIdSid");
    }

    @Test
    void a_busy_line_and_one_that_nobody_answers_have_failed_too() {
        handset(MOBILE, new Behaviour.Busy());
        validate();
        handset(MOBILE, new Behaviour.RingOut());
        validate();

        assertThat(asked("/verified", 2))
                .extracting(request ->
                        only(request, "CallStatus", "VerificationStatus").values())
                .extracting(Object::toString)
                .containsExactly("[busy, failed]", "[no-answer, failed]");
    }

    @Test
    void an_extension_is_dialled_once_the_call_is_answered_and_the_call_begins_after_its_delay() {
        answers(MOBILE, 1, PRESSES_IT);

        Call call = validate(Duration.ofSeconds(20), "12");

        assertThat(story(call, "pressed")).startsWith("1", "2");
        assertThat(Duration.between(call.dateCreated(), call.startTime())).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void a_verified_number_may_be_the_caller_id_of_a_dial_13214() {
        answers(SECOND_MOBILE, 1, "<Pause length=\"3\"/>");
        business("<Dial callerId=\"" + MOBILE + "\">" + SECOND_MOBILE + "</Dial>");
        caller("<Pause length=\"30\"/>");
        assertThat(carrier.errorCodes()).containsExactly(13214);

        answers(MOBILE, 1, PRESSES_IT);
        validate();
        caller("<Pause length=\"30\"/>");

        assertThat(carrier.errorCodes()).containsExactly(13214);
        assertThat(carrier.state.calls())
                .filteredOn(call -> call.direction() == Call.Direction.OUTBOUND_DIAL)
                .extracting(Call::from, Call::to)
                .containsExactly(tuple(MOBILE, SECOND_MOBILE));
    }
}
