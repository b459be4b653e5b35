package io.cloudpbx.sandbox.call;

import static io.cloudpbx.sandbox.call.Carrier.BUSINESS;
import static io.cloudpbx.sandbox.call.Carrier.CALLER;
import static io.cloudpbx.sandbox.call.Carrier.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.sandbox.call.Exchange.CallNotInProgress;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Calls made and changed by the REST API ({@code twilio.md} sections 12 and 13). */
class OrderedCallTest extends CallTest {
    private Call orders(String to, String verbs) {
        return carrier.place(
                Account.BUSINESS_SID,
                BUSINESS,
                to,
                verbs,
                Carrier.tell(customer.url("/progress"), "initiated", "ringing", "answered", "completed"));
    }

    private void awaitStatus(Call call, Status status) {
        Awaitility.await().until(() -> carrier.call(call.sid()).status() == status);
    }

    private Call change(Call call, CallChange change) {
        return carrier.switchBoard.change(carrier.call(call.sid()), change);
    }

    @Test
    void it_is_queued_first_and_goes_through_its_states_in_order() {
        customer.answer("/progress", "");
        answers(MOBILE, 3, "<Pause length=\"4\"/>");

        Call placed = orders(MOBILE, "<Pause length=\"60\"/>");
        carrier.settle();

        assertThat(placed.status()).isEqualTo(Status.QUEUED);
        assertThat(asked("/progress", 4))
                .extracting(told -> told.get("CallStatus") + " " + told.get("SequenceNumber"))
                .containsExactly("initiated 0", "ringing 1", "in-progress 2", "completed 3");
        assertThat(asked("/progress", 4).getLast().parameters())
                .containsEntry("Direction", "outbound-api")
                .containsEntry("CallDuration", "4")
                .doesNotContainKey("ParentCallSid");
        assertThat(carrier.call(placed.sid()).direction()).isEqualTo(Call.Direction.OUTBOUND_API);
    }

    @Test
    void its_document_is_fetched_when_it_is_answered() {
        answers(MOBILE, 3, "<Pause length=\"4\"/>");
        customer.answer("/answered", "<Say>Hello, a call for you.</Say>");

        carrier.switchBoard.place(
                carrier.state.account(Account.BUSINESS_SID),
                new CallOrder(
                        BUSINESS,
                        MOBILE,
                        WebhookTarget.of(customer.url("/answered"), "POST"),
                        null,
                        null,
                        Duration.ofSeconds(60),
                        Duration.ofHours(4),
                        "",
                        null));
        carrier.settle();

        assertThat(only(asked("/answered"), "CallStatus", "Direction", "To", "From"))
                .containsEntry("CallStatus", "in-progress")
                .containsEntry("Direction", "outbound-api")
                .containsEntry("To", MOBILE)
                .containsEntry("From", BUSINESS);
    }

    @Test
    void nobody_answers_within_the_timeout() {
        customer.answer("/progress", "");
        handset(MOBILE, new Behaviour.RingOut());

        Call placed = orders(MOBILE, "<Say>Hi</Say>");
        carrier.settle();

        assertThat(carrier.call(placed.sid()).status()).isEqualTo(Status.NO_ANSWER);
        assertThat(asked("/progress", 3).getLast().get("CallStatus")).isEqualTo("no-answer");
    }

    @Test
    void a_live_call_is_redirected_and_the_current_verb_is_cut() {
        business("<Say>One two three four five six seven eight nine ten</Say><Pause length=\"600\"/>");
        customer.answer("/elsewhere", "<Say>Somewhere else.</Say>");

        carrier.callIn("<Pause length=\"3600\"/>");
        Awaitility.await().until(() -> carrier.story("answered").size() == 2);
        change(carrier.businessLeg(), new CallChange.Redirect(WebhookTarget.of(customer.url("/elsewhere"), "POST")));
        carrier.settle();

        assertThat(asked("/elsewhere").get("CallStatus")).isEqualTo("in-progress");
        assertThat(carrier.story("heard")).last().isEqualTo("caller heard Somewhere else.");
    }

    @Test
    void a_live_call_can_be_given_a_document() {
        business("<Pause length=\"1\"/><Say>Hi</Say><Pause length=\"600\"/>");

        carrier.callIn("<Pause length=\"3600\"/>");
        Awaitility.await().until(() -> carrier.story("answered").size() == 2);
        change(carrier.businessLeg(), new CallChange.RunTwiml("<Response><Say>Changed.</Say></Response>"));
        carrier.settle();

        assertThat(carrier.story("heard")).last().isEqualTo("caller heard Changed.");
    }

    @Test
    void completing_hangs_up_both_sides() {
        business("<Say>Hi</Say><Pause length=\"600\"/>");

        Call placed = carrier.callIn("<Pause length=\"3600\"/>");
        awaitStatus(placed, Status.IN_PROGRESS);
        Call changed = change(placed, new CallChange.Complete());
        carrier.settle();

        assertThat(changed.status()).isEqualTo(Status.COMPLETED);
        assertThat(carrier.businessLeg().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void only_a_call_that_is_not_answered_can_be_canceled() {
        handset(MOBILE, new Behaviour.RingOut());
        customer.answer("/progress", "");
        Call ringing = orders(MOBILE, "<Say>Hi</Say>");
        awaitStatus(ringing, Status.RINGING);
        assertThat(change(ringing, new CallChange.Cancel()).status()).isEqualTo(Status.CANCELED);

        business("<Say>Hi</Say><Pause length=\"600\"/>");
        Call live = carrier.callIn("<Pause length=\"600\"/>");
        awaitStatus(live, Status.IN_PROGRESS);
        assertThatThrownBy(() -> change(live, new CallChange.Cancel())).isInstanceOf(CallNotInProgress.class);
        change(live, new CallChange.Complete());
        carrier.settle();
    }

    @Test
    void a_call_that_has_ended_cannot_be_changed() {
        business("<Hangup/>");
        Call placed = carrier.callIn("<Say>Hi</Say>");
        carrier.settle();

        assertThatThrownBy(() -> change(placed, new CallChange.Complete())).isInstanceOf(CallNotInProgress.class);
    }

    @Test
    void a_dialled_leg_that_is_redirected_leaves_the_conversation() {
        business("<Dial action=\"/after\">" + MOBILE + "</Dial>");
        customer.answer("/after", "<Say>He has left.</Say>");
        answers(MOBILE, 1, "<Pause length=\"3600\"/>");

        carrier.callIn("<Pause length=\"3600\"/>");
        Awaitility.await().until(() -> !carrier.story("bridged").isEmpty());
        Call child = carrier.state.calls().stream()
                .filter(call -> call.direction() == Call.Direction.OUTBOUND_DIAL)
                .findFirst()
                .orElseThrow();
        change(child, new CallChange.RunTwiml("<Response><Say>For you alone.</Say></Response>"));
        carrier.settle();

        assertThat(carrier.story("heard")).contains("handset heard For you alone.", "caller heard He has left.");
    }

    @Test
    void one_outside_phone_may_call_another() {
        answers(MOBILE, 1, "<Say>Who is there?</Say>");

        Call placed = carrier.place(Account.OUTSIDE_SID, CALLER, MOBILE, "<Pause length=\"20\"/>", null);
        carrier.settle();

        assertThat(carrier.call(placed.sid()).status()).isEqualTo(Status.COMPLETED);
        assertThat(carrier.story("heard")).containsExactly("caller heard Who is there?");
    }

    @Test
    void the_time_limit_ends_it() {
        answers(MOBILE, 1, "<Pause length=\"3600\"/>");

        Call placed = carrier.switchBoard.place(
                carrier.state.account(Account.BUSINESS_SID),
                new CallOrder(
                        BUSINESS,
                        MOBILE,
                        null,
                        "<Response><Pause length=\"3600\"/></Response>",
                        null,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        "",
                        null));
        carrier.settle();

        Call ended = carrier.call(placed.sid());
        assertThat(Duration.between(ended.startTime(), ended.endTime())).isEqualTo(Duration.ofSeconds(30));
    }
}
