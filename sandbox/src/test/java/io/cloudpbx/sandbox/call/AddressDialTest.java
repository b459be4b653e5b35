package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code <Client>} and {@code <Sip>} ({@code twilio.md} sections 2.1, 2.2, 6 and 7); no SIP media, E20. */
class AddressDialTest extends CallTest {
    private static final String PATIENT = "<Pause length=\"40\"/>";
    private static final String BOB = "sip:bob@pbx.example.com";

    @BeforeEach
    void after_the_dial() {
        customer.answer("/after", "<Hangup/>");
    }

    private void dials(String nouns) {
        business("<Dial action=\"/after\" timeout=\"10\">" + nouns + "</Dial>");
    }

    private Call child() {
        return carrier.state.calls().stream()
                .filter(call -> call.direction() == Call.Direction.OUTBOUND_DIAL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_client_that_was_taught_answers_and_is_connected() {
        dials("<Client>alice</Client>");
        answers("client:alice", 1, "<Say>Alice here.</Say>");

        caller(PATIENT);

        assertThat(child().to()).isEqualTo("client:alice");
        assertThat(carrier.story("heard")).contains("caller heard Alice here.");
        assertThat(asked("/after").parameters())
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialBridged", "true")
                .doesNotContainKey("DialSipResponseCode");
    }

    @Test
    void identity_and_parameters_are_children_and_reach_the_client() {
        dials("<Client><Identity>alice</Identity><Parameter name=\"tenant\" value=\"one\"/></Client>");
        answers("client:alice", 0, "<Redirect>" + customer.url("/app") + "</Redirect>");
        customer.answer("/app", "<Say>Hello.</Say>");

        caller(PATIENT);

        assertThat(asked("/app").parameters()).containsEntry("tenant", "one").containsEntry("To", "client:alice");
    }

    @Test
    void a_client_that_nobody_has_registered_is_no_answer_at_once() {
        dials("<Client>nobody</Client>");

        caller(PATIENT);

        assertThat(asked("/after").get("DialCallStatus")).isEqualTo("no-answer");
    }

    @Test
    void a_sip_endpoint_hears_its_headers_and_the_action_its_response() {
        dials("<Sip>" + BOB + "?X-Tenant=one%20two&amp;X-Ref=7</Sip>");
        answers(BOB, 1, "<Redirect>" + customer.url("/app") + "</Redirect>");
        customer.answer("/app", "<Say>Hello.</Say>");

        caller(PATIENT);

        assertThat(asked("/app").parameters())
                .containsEntry("SipHeader_X-Tenant", "one two")
                .containsEntry("SipHeader_X-Ref", "7");
        assertThat(asked("/after").parameters())
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialSipResponseCode", "200")
                .containsKey("DialSipCallId");
    }

    @Test
    void credentials_are_asked_for_407_and_checked_403() {
        handset(BOB, new Behaviour.Answer(0.0, "<Response><Say>Hi.</Say></Response>", "pbx", "secret"));

        dials("<Sip>" + BOB + "</Sip>");
        caller(PATIENT);
        assertThat(asked("/after", 1).getLast().parameters())
                .containsEntry("DialCallStatus", "failed")
                .containsEntry("DialSipResponseCode", "407");

        dials("<Sip username=\"pbx\" password=\"wrong\">" + BOB + "</Sip>");
        caller(PATIENT);
        assertThat(asked("/after", 2).getLast().get("DialSipResponseCode")).isEqualTo("403");

        dials("<Sip username=\"pbx\" password=\"secret\">" + BOB + "</Sip>");
        caller(PATIENT);
        assertThat(asked("/after", 3).getLast().get("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void busy_declined_and_unreachable_sip_endpoints_say_so() {
        dials("<Sip>" + BOB + "</Sip>");

        handset(BOB, new Behaviour.Busy());
        caller(PATIENT);
        assertThat(only(asked("/after", 1).getLast(), "DialCallStatus", "DialSipResponseCode"))
                .containsEntry("DialCallStatus", "busy")
                .containsEntry("DialSipResponseCode", "486");

        handset(BOB, new Behaviour.Reject());
        caller(PATIENT);
        assertThat(asked("/after", 2).getLast().get("DialSipResponseCode")).isEqualTo("603");

        handset(BOB, new Behaviour.Fail(503));
        caller(PATIENT);
        assertThat(only(asked("/after", 3).getLast(), "DialCallStatus", "DialSipResponseCode"))
                .containsEntry("DialCallStatus", "failed")
                .containsEntry("DialSipResponseCode", "503");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Sip>bob@example.com</Sip>",
                "<Client>al ice</Client>",
                "<Client></Client>",
                "<Sip>sip:%s@example.com</Sip>"
            })
    void a_malformed_or_too_long_address_is_not_rung_13224(String noun) {
        dials(noun.formatted("b".repeat(255)));

        caller(PATIENT);

        assertThat(asked("/after").get("DialCallStatus")).isEqualTo("failed");
        assertThat(carrier.errorCodes()).containsExactly(13224);
    }

    @Test
    void of_a_number_and_a_client_the_first_to_answer_is_connected() {
        dials("<Number>" + Carrier.MOBILE + "</Number><Client>alice</Client>");
        answers(Carrier.MOBILE, 5, "<Say>Slow.</Say>");
        answers("client:alice", 1, "<Say>Quick.</Say>");

        caller(PATIENT);

        assertThat(carrier.story("heard")).containsExactly("caller heard Quick.");
    }

    @Test
    void an_ordered_call_may_go_to_a_client() {
        answers("client:alice", 1, "<Pause length=\"3\"/>");

        Call placed = carrier.place(Account.BUSINESS_SID, Carrier.BUSINESS, "client:alice", "<Say>Hi.</Say>", null);
        carrier.settle();

        assertThat(carrier.call(placed.sid()).status()).isEqualTo(Status.COMPLETED);
    }
}
