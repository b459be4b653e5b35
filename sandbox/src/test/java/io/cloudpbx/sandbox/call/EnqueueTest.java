package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.sandbox.call.Meeting.Person;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.CallQueue;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code <Enqueue>}, {@code <Leave>} and {@code <Dial><Queue>}, rule by rule ({@code twilio.md} sections 2.2, 7 and 8.2). */
class EnqueueTest extends CallTest {
    private static final String MARIA = "+14155550190";
    private static final String OMAR = "+14155550191";
    private static final String AGENT = "+14155550192";
    private static final String DIAL = "<Dial action=\"/dialled\"><Queue>support</Queue></Dial>";

    private Meeting meeting;

    @BeforeEach
    void meet() {
        meeting = new Meeting(carrier, customer);
        customer.answer("/after", "<Pause length=\"86400\"/>");
        customer.answer("/dialled", "<Hangup/>");
    }

    @AfterEach
    void part() {
        meeting.everybodyHangsUp();
    }

    private Person queues(String number, String attributes) {
        Person person = meeting.calls(number, "<Enqueue action=\"/after\" " + attributes + ">support</Enqueue>");
        person.perceives("carrier queued support", 1);
        return person;
    }

    private Queues all() {
        return carrier.switchBoard.queues();
    }

    private CallQueue queue() {
        return all().named(Account.BUSINESS_SID, "support").orElseThrow();
    }

    @Test
    void section_8_2_who_dials_the_queue_talks_to_who_has_waited_longest() {
        Person maria = queues(MARIA, "");
        Person omar = queues(OMAR, "");
        maria.perceives("carrier played music", 1);

        Person agent = meeting.calls(AGENT, DIAL);
        agent.perceives("carrier bridged " + MARIA, 1);
        agent.says("How can I help you?");
        maria.hears("How can I help you?");
        maria.says("My tooth hurts.");
        agent.hears("My tooth hurts.");

        assertThat(omar.hasHeard("help")).isFalse();
        assertThat(all().members(queue().sid())).singleElement().satisfies(member -> {
            assertThat(member.callSid()).isEqualTo(omar.sid());
            assertThat(member.position()).isEqualTo(1);
        });
    }

    @Test
    void section_8_2_the_action_is_asked_when_the_bridged_have_parted() {
        Person maria = queues(MARIA, "");
        Person agent = meeting.calls(AGENT, DIAL);
        agent.perceives("carrier bridged " + MARIA, 1);
        assertThat(customer.requests("/after")).isEmpty();

        agent.hangsUp();

        assertThat(meeting.told("/after", 1).parameters())
                .containsEntry("QueueResult", "bridged")
                .containsEntry("QueueSid", queue().sid())
                .containsEntry("CallSid", maria.sid())
                .containsEntry("CallStatus", "in-progress")
                .containsKey("QueueTime");
        assertThat(meeting.told("/dialled", 1).parameters())
                .containsEntry("DialCallStatus", "completed")
                .containsEntry("DialBridged", "true")
                .containsEntry("DialCallSid", maria.sid())
                .containsEntry("QueueResult", "bridged")
                .containsEntry("QueueSid", queue().sid());
    }

    @Test
    void section_2_2_who_is_left_by_the_caller_goes_on_with_the_action() {
        Person maria = queues(MARIA, "");
        Person agent = meeting.calls(AGENT, DIAL);
        agent.perceives("carrier bridged " + MARIA, 1);

        maria.hangsUp();

        assertThat(meeting.told("/dialled", 1).get("DialCallStatus")).isEqualTo("completed");
        assertThat(meeting.told("/after", 1).parameters())
                .containsEntry("QueueResult", "bridged")
                .containsEntry("CallStatus", "completed");
    }

    @Test
    void section_8_2_the_wait_url_says_where_the_caller_stands_and_is_asked_again_when_it_ends() {
        customer.answer("/wait", "<Say>You are next.</Say>");
        queues(OMAR, "");
        Person maria = queues(MARIA, "waitUrl=\"/wait\"");

        maria.hears("You are next.");
        Meeting.await("again", () -> customer.requests("/wait").size() >= 2);

        assertThat(customer.requests("/wait").getFirst().parameters())
                .containsEntry("QueuePosition", "2")
                .containsEntry("CurrentQueueSize", "2")
                .containsEntry("MaxQueueSize", "1000")
                .containsEntry("QueueSid", queue().sid())
                .containsEntry("CallSid", maria.sid())
                .containsKeys("QueueTime", "AvgQueueTime");
    }

    @Test
    void a_wait_url_with_nothing_to_hear_is_asked_once_a_second() {
        customer.answer("/nothing", "");
        queues(MARIA, "waitUrl=\"/nothing\"");

        Meeting.await("again and again", () -> customer.requests("/nothing").size() >= 3);

        assertThat(customer.requests("/nothing").stream()
                        .limit(3)
                        .map(request -> Integer.parseInt(request.parameters().get("QueueTime"))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void section_8_2_leave_leads_out_of_the_queue() {
        customer.answer("/wait", "<Gather numDigits=\"1\" action=\"/key\" timeout=\"60\"/>");
        customer.answer("/key", "<Leave/>");
        Person maria = queues(MARIA, "waitUrl=\"/wait\"");
        Meeting.await("waits", () -> !customer.requests("/wait").isEmpty());

        maria.does("<Play digits=\"9\"/>");

        assertThat(meeting.told("/after", 1).get("QueueResult")).isEqualTo("leave");
        assertThat(meeting.told("/key", 1).get("Digits")).isEqualTo("9");
        assertThat(all().members(queue().sid())).isEmpty();
    }

    @Test
    void section_8_2_a_caller_who_hangs_up_is_told_of() {
        Person maria = queues(MARIA, "");

        maria.hangsUp();

        assertThat(meeting.told("/after", 1).parameters())
                .containsEntry("QueueResult", "hangup")
                .containsEntry("CallStatus", "completed");
        assertThat(all().members(queue().sid())).isEmpty();
    }

    @Test
    void section_8_2_a_full_queue_takes_nobody() {
        queues(MARIA, "maxQueueSize=\"1\"");

        meeting.calls(OMAR, "<Enqueue action=\"/after\">support</Enqueue>");

        assertThat(meeting.told("/after", 1).parameters())
                .containsEntry("QueueResult", "queue-full")
                .doesNotContainKeys("QueueSid", "QueueTime");
        assertThat(queue().maxSize()).isEqualTo(1);
    }

    @Test
    void section_8_2_a_call_that_is_redirected_leaves_the_queue() {
        Person maria = queues(MARIA, "");
        customer.answer("/elsewhere", "<Say>A colleague takes your call.</Say><Pause length=\"86400\"/>");

        carrier.switchBoard.change(
                carrier.call(maria.sid()),
                new CallChange.Redirect(WebhookTarget.of(customer.url("/elsewhere"), "POST")));

        maria.hears("A colleague takes your call.");
        assertThat(meeting.told("/after", 1).get("QueueResult")).isEqualTo("redirected");
    }

    @Test
    void section_8_2_a_call_that_is_redirected_while_it_is_bridged_leaves_the_agent() {
        Person maria = queues(MARIA, "");
        Person agent = meeting.calls(AGENT, DIAL);
        agent.perceives("carrier bridged " + MARIA, 1);
        customer.answer("/elsewhere", "<Say>Welcome back.</Say><Pause length=\"86400\"/>");

        carrier.switchBoard.change(
                carrier.call(maria.sid()),
                new CallChange.Redirect(WebhookTarget.of(customer.url("/elsewhere"), "POST")));

        maria.hears("Welcome back.");
        assertThat(meeting.told("/after", 1).get("QueueResult")).isEqualTo("redirected-from-bridged");
        assertThat(meeting.told("/dialled", 1).get("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void section_8_2_the_caller_hears_the_queues_url_before_he_is_connected() {
        customer.answer("/ready", "<Say>You are being connected.</Say>");
        Person maria = queues(MARIA, "");

        Person agent = meeting.calls(AGENT, "<Dial><Queue url=\"/ready\">support</Queue></Dial>");

        maria.hears("You are being connected.");
        agent.perceives("carrier bridged " + MARIA, 1);
        assertThat(meeting.told("/ready", 1).parameters())
                .containsEntry("CallSid", maria.sid())
                .containsEntry("QueueSid", queue().sid())
                .containsEntry("DequeingCallSid", agent.sid())
                .containsKey("QueueTime");
        assertThat(agent.hasHeard("connected")).isFalse();
    }

    @Test
    void section_7_an_empty_queue_is_waited_for_until_the_timeout() {
        all().create(Account.BUSINESS_SID, "support", 10);
        meeting.calls(AGENT, "<Dial action=\"/dialled\" timeout=\"5\"><Queue>support</Queue></Dial>");
        assertThat(meeting.told("/dialled", 1).parameters())
                .containsEntry("DialCallStatus", "no-answer")
                .containsEntry("DialBridged", "false");

        Person agent = meeting.calls(OMAR, "<Dial timeout=\"600\"><Queue>support</Queue></Dial>");
        queues(MARIA, "");

        agent.perceives("carrier bridged " + MARIA, 1);
    }

    @Test
    void section_7_a_queue_that_does_not_exist_fails() {
        meeting.calls(AGENT, "<Dial action=\"/dialled\"><Queue>nobody</Queue></Dial>");

        assertThat(meeting.told("/dialled", 1).get("DialCallStatus")).isEqualTo("failed");
    }

    @Test
    void section_8_2_the_api_takes_the_front_out_of_the_queue() {
        Person maria = queues(MARIA, "");
        queues(OMAR, "");
        customer.answer("/elsewhere", "<Say>Your turn.</Say><Pause length=\"86400\"/>");

        assertThat(all().dequeue(queue().sid(), "Front", WebhookTarget.of(customer.url("/elsewhere"), "POST")))
                .hasValueSatisfying(member -> assertThat(member.callSid()).isEqualTo(maria.sid()));

        maria.hears("Your turn.");
        assertThat(meeting.told("/after", 1).get("QueueResult")).isEqualTo("redirected");
        assertThat(all().members(queue().sid())).hasSize(1);
        CallQueue notEmpty = queue();
        assertThatThrownBy(() -> all().delete(notEmpty)).isInstanceOf(Queues.NotEmpty.class);
    }
}
