package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.call.Meeting.Person;
import io.cloudpbx.sandbox.state.Conference;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.webhook.WebhookTarget;
import org.junit.jupiter.api.Test;

/** {@code <Dial><Conference>}, rule by rule ({@code twilio.md} sections 2.2, 2.3 and 8.1). */
class ConferenceTest extends MeetingTest {
    @Test
    void section_8_1_what_one_says_the_others_hear() {
        Person maria = joins(MARIA, "");
        Person omar = joins(OMAR, "");
        Person lena = joins(LENA, "");

        maria.says("Good morning everybody.");

        omar.hears("Good morning everybody.");
        lena.hears("Good morning everybody.");
        lena.says("Good morning Maria.");
        maria.hears("Good morning Maria.");
        assertThat(maria.hasHeard("everybody")).as("nobody hears himself").isFalse();
    }

    @Test
    void section_8_1_who_is_alone_hears_music_until_the_conference_starts() {
        Person maria = joins(MARIA, "");
        maria.perceives("carrier played music", 1);
        assertThat(conference().status()).isEqualTo(Conference.Status.INIT);

        joins(OMAR, "");

        Meeting.await("started", () -> conference().status() == Conference.Status.IN_PROGRESS);
        maria.perceives("carrier beep", 1);
    }

    @Test
    void section_8_1_the_wait_url_is_heard_instead_and_nothing_when_it_is_empty() {
        customer.answer("/wait", "<Say>Please wait.</Say>");
        Person maria = joins(MARIA, "startConferenceOnEnter=\"false\" waitUrl=\"/wait\" waitMethod=\"GET\"");
        Person omar = joins(OMAR, "waitUrl=\"\" startConferenceOnEnter=\"false\"");

        maria.hears("Please wait.");

        assertThat(customer.requests("/wait").getFirst().method()).isEqualTo("GET");
        assertThat(omar.story("played")).isEmpty();
    }

    @Test
    void section_6_a_wait_document_may_not_gather_and_then_the_conference_fails() {
        customer.answer("/wait", "<Gather/>");

        meeting.calls(MARIA, room("waitUrl=\"/wait\""));

        assertThat(meeting.told("/after", 1).parameters())
                .containsEntry("DialCallStatus", "failed")
                .containsEntry("DialBridged", "false");
        assertThat(carrier.errorCodes()).contains(13238);
    }

    @Test
    void section_8_1_without_somebody_who_may_start_it_the_conference_does_not_start() {
        joins(MARIA, "startConferenceOnEnter=\"false\"");
        joins(OMAR, "startConferenceOnEnter=\"false\"");
        assertThat(conference().status()).isEqualTo(Conference.Status.INIT);

        joins(LENA, "");

        Meeting.await("started", () -> conference().status() == Conference.Status.IN_PROGRESS);
    }

    @Test
    void section_8_1_when_who_ends_it_leaves_all_go_on_with_their_documents() {
        Person maria = joins(MARIA, ALL);
        Person omar = joins(OMAR, "endConferenceOnExit=\"true\" participantLabel=\"boss\"");
        String boss = omar.sid();

        omar.hangsUp();

        assertThat(meeting.event("/conference", "conference-end").parameters())
                .containsEntry("ReasonConferenceEnded", "participant-with-end-conference-on-exit-left")
                .containsEntry("CallSidEndingConference", boss)
                .containsEntry("ParticipantLabelEndingConference", "boss");
        Meeting.await("both actions", () -> customer.requests("/after").size() == 2);
        assertThat(customer.requests("/after"))
                .anySatisfy(told -> assertThat(told.parameters())
                        .containsEntry("CallSid", maria.sid())
                        .containsEntry("CallStatus", "in-progress")
                        .containsEntry("DialCallStatus", "answered")
                        .containsEntry("DialBridged", "true")
                        .doesNotContainKeys("DialCallSid", "DialCallDuration"));
        assertThat(conference().status()).isEqualTo(Conference.Status.COMPLETED);
    }

    @Test
    void section_2_3_the_creators_callback_tells_it_all_in_order() {
        Person maria = joins(MARIA, ALL + " participantLabel=\"customer\" beep=\"false\"");
        Person omar = joins(OMAR, "beep=\"false\"");
        meeting.event("/conference", "conference-start");
        maria.says("Hello.");
        omar.hears("Hello.");
        meeting.event("/conference", "participant-speech-stop");

        omar.hangsUp();
        Meeting.await("one left", () -> meeting.events("/conference").contains("participant-leave"));
        maria.hangsUp();

        meeting.event("/conference", "conference-end");
        assertThat(meeting.events("/conference"))
                .containsExactly(
                        "participant-join",
                        "participant-join",
                        "conference-start",
                        "participant-speech-start",
                        "participant-speech-stop",
                        "participant-leave",
                        "participant-leave",
                        "conference-end");
        assertThat(customer.requests("/conference"))
                .extracting(told -> told.get("SequenceNumber"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    }

    @Test
    void section_2_3_each_event_says_what_belongs_to_it() {
        Person maria = joins(MARIA, ALL + " participantLabel=\"customer\"");
        Person omar = joins(OMAR, "statusCallback=\"/ignored\"");

        omar.hangsUp();
        Meeting.await("one left", () -> meeting.events("/conference").contains("participant-leave"));
        maria.hangsUp();

        assertThat(customer.requests("/conference").getFirst().parameters())
                .containsEntry("ConferenceSid", conference().sid())
                .containsEntry("FriendlyName", "Room 12")
                .containsEntry("CallSid", maria.sid())
                .containsEntry("ParticipantLabel", "customer")
                .containsEntry("Muted", "false")
                .containsEntry("Hold", "false")
                .containsEntry("Coaching", "false")
                .containsEntry("StartConferenceOnEnter", "true")
                .containsEntry("EndConferenceOnExit", "false")
                .containsKeys("AccountSid", "Timestamp");
        assertThat(meeting.event("/conference", "participant-leave").parameters())
                .containsEntry("ReasonParticipantLeft", "participant_hung_up")
                .containsEntry("ParticipantCallStatus", "completed");
        assertThat(meeting.event("/conference", "conference-end").parameters())
                .containsEntry("ReasonConferenceEnded", "last-participant-left")
                .doesNotContainKey("CallSid");
        assertThat(customer.requests("/ignored")).isEmpty();
    }

    @Test
    void section_8_1_who_is_muted_hears_and_is_not_heard() {
        Person maria = joins(MARIA, "");
        Person omar = joins(OMAR, "muted=\"true\"");

        omar.says("Nobody hears this.");
        maria.says("But you hear me.");

        omar.hears("But you hear me.");
        assertThat(maria.hasHeard("Nobody")).isFalse();
    }

    @Test
    void section_8_1_a_coach_is_heard_by_the_coached_alone() {
        Person agent = joins(MARIA, "");
        Person guest = joins(OMAR, "");
        Person coach = joins(LENA, "coach=\"" + agent.sid() + "\"");

        coach.says("Offer a discount.");
        agent.hears("Offer a discount.");
        guest.says("It is too expensive.");

        coach.hears("It is too expensive.");
        assertThat(guest.hasHeard("discount")).isFalse();
    }

    @Test
    void section_8_1_who_coaches_nobody_and_who_comes_to_a_full_room_is_refused() {
        meeting.calls(MARIA, room("coach=\"CA00000000000000000000000000000000\""));
        assertThat(meeting.told("/after", 1).get("DialCallStatus")).isEqualTo("failed");
        assertThat(carrier.errorCodes()).contains(13240);

        joins(MARIA, "maxParticipants=\"2\"");
        joins(OMAR, "");
        meeting.calls(LENA, room(""));

        assertThat(meeting.told("/after", 2).get("DialCallStatus")).isEqualTo("failed");
        assertThat(carrier.errorCodes()).contains(16020);
    }

    @Test
    void section_8_1_it_is_recorded_from_its_start_in_one_channel() {
        Person maria = joins(MARIA, "record=\"record-from-start\" recordingStatusCallback=\"/recorded\"");
        Person omar = joins(OMAR, "");
        omar.says("This call is recorded.");
        maria.hears("This call is recorded.");

        omar.hangsUp();
        maria.hangsUp();

        assertThat(meeting.told("/recorded", 1).parameters())
                .containsEntry("ConferenceSid", conference().sid())
                .containsEntry("RecordingSource", "Conference")
                .containsEntry("RecordingStatus", "completed")
                .containsEntry("RecordingChannels", "1")
                .doesNotContainKey("CallSid");
        Recording recording = carrier.state.recordings().getFirst();
        assertThat(recording.conferenceSid()).isEqualTo(conference().sid());
        assertThat(carrier.state.media(recording.sid())).isPresent();
    }

    @Test
    void section_8_1_a_name_is_free_again_when_the_conference_has_ended() {
        Person maria = joins(MARIA, "");
        String first = conference().sid();
        maria.hangsUp();
        Meeting.await("ended", () -> conference().status() == Conference.Status.COMPLETED);

        joins(OMAR, "");

        assertThat(conference().sid()).startsWith("CF").isNotEqualTo(first);
    }

    @Test
    void section_8_1_a_call_that_is_redirected_has_left() {
        joins(MARIA, ALL);
        Person omar = joins(OMAR, "");
        customer.answer("/elsewhere", "<Say>You are parked.</Say><Pause length=\"86400\"/>");

        carrier.switchBoard.change(
                carrier.call(omar.sid()),
                new CallChange.Redirect(WebhookTarget.of(customer.url("/elsewhere"), "POST")));

        omar.hears("You are parked.");
        assertThat(meeting.event("/conference", "participant-leave").parameters())
                .containsEntry("CallSid", omar.sid())
                .containsEntry("ReasonParticipantLeft", "participant_updated_via_api")
                .containsEntry("ParticipantCallStatus", "in-progress");
        assertThat(customer.requests("/after")).isEmpty();
    }

    @Test
    void section_12_a_call_in_a_conference_is_ended_by_the_api() {
        joins(MARIA, ALL);
        Person omar = joins(OMAR, "");

        carrier.switchBoard.change(carrier.call(omar.sid()), new CallChange.Complete());

        assertThat(meeting.event("/conference", "participant-leave").get("CallSid"))
                .isEqualTo(omar.sid());
        assertThat(participants()).hasSize(1);
    }

    @Test
    void a_star_leads_out_when_the_document_says_so() {
        Person maria = meeting.calls(
                MARIA, "<Dial action=\"/after\" hangupOnStar=\"true\"><Conference>Room 12</Conference></Dial>");
        maria.perceives("carrier played music", 1);

        maria.does("<Play digits=\"*\"/>");

        assertThat(meeting.told("/after", 1).get("DialCallStatus")).isEqualTo("answered");
    }
}
