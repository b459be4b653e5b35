package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.call.Meeting.Person;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.twiml.Callback;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import org.junit.jupiter.api.Test;

/** What the REST API does to a conference that goes on, as its people hear it ({@code twilio.md} sections 8.1 and 12). */
class ConferenceChangeTest extends MeetingTest {
    private void change(Person person, ParticipantChange change) {
        assertThat(carrier.switchBoard.conferences().change(conference().sid(), person.sid(), change))
                .isPresent();
    }

    private static ParticipantChange holds(boolean hold) {
        return new ParticipantChange(null, hold, null, null, null, null, null, null, null);
    }

    private static ParticipantChange mutes(boolean muted) {
        return new ParticipantChange(muted, null, null, null, null, null, null, null, null);
    }

    @Test
    void section_12_who_is_on_hold_hears_music_and_is_not_heard() {
        Person maria = joins(MARIA, ALL + " waitUrl=\"\"");
        Person omar = joins(OMAR, "");

        change(omar, holds(true));
        omar.perceives("carrier played music", 1);
        maria.says("Is it still broken?");
        omar.says("This is for my dog.");
        change(omar, holds(false));
        maria.says("I am back.");

        omar.hears("I am back.");
        assertThat(omar.hasHeard("broken")).isFalse();
        assertThat(maria.hasHeard("dog")).isFalse();
        assertThat(meeting.event("/conference", "participant-hold").get("Hold")).isEqualTo("true");
        assertThat(meeting.event("/conference", "participant-unhold").get("Hold"))
                .isEqualTo("false");
    }

    @Test
    void section_12_mute_takes_effect_at_once_and_only_what_changes_is_told() {
        Person maria = joins(MARIA, ALL);
        Person omar = joins(OMAR, "");

        change(omar, mutes(true));
        change(omar, mutes(true));
        omar.says("Nobody hears this.");
        change(omar, mutes(false));
        omar.says("Now you do.");

        maria.hears("Now you do.");
        assertThat(maria.hasHeard("Nobody")).isFalse();
        meeting.event("/conference", "participant-unmute");
        assertThat(meeting.events("/conference")).containsOnlyOnce("participant-mute", "participant-unmute");
    }

    @Test
    void section_8_1_an_announcement_to_all_is_heard_by_all() {
        customer.answer("/say", "<Say>The office closes now.</Say>");
        Person maria = joins(MARIA, ALL);
        Person omar = joins(OMAR, "");

        carrier.switchBoard.conferences().announce(conference().sid(), new Callback(customer.url("/say"), "POST"));

        maria.hears("The office closes now.");
        omar.hears("The office closes now.");
        assertThat(meeting.event("/conference", "announcement-end").parameters())
                .containsEntry("AnnounceUrl", customer.url("/say"))
                .doesNotContainKey("CallSid");
        meeting.told("/say", 1);
    }

    /** Section 8.1: how a transfer is built; first the callee is sent there, then the caller's action sends him. */
    @Test
    void both_legs_of_a_dial_are_moved_into_a_conference() {
        String into = "<Dial><Conference beep=\"false\">Transfer</Conference></Dial>";
        customer.answer("/into", into);
        customer.answer("/after", into);
        answers("+14155550193", 0, "<Pause length=\"86400\"/>");
        Person maria = meeting.calls(MARIA, "<Dial action=\"/after\">+14155550193</Dial>");
        Meeting.await("bridged", () -> maria.story("bridged").size() == 1);
        String child = carrier.state.calls().stream()
                .filter(call -> maria.sid().equals(call.parentCallSid()))
                .findFirst()
                .orElseThrow()
                .sid();

        carrier.switchBoard.change(
                carrier.call(child), new CallChange.Redirect(WebhookTarget.of(customer.url("/into"), "POST")));

        Meeting.await("both are there", () -> participants().size() == 2);
        Meeting.await("started", () -> conference().status() == Conference.Status.IN_PROGRESS);
        assertThat(meeting.told("/after", 1).get("DialCallStatus")).isEqualTo("completed");
        carrier.switchBoard.change(carrier.call(child), new CallChange.Complete());
        Meeting.await("one is left", () -> participants().size() == 1);
    }
}
