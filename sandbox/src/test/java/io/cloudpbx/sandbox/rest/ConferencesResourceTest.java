package io.cloudpbx.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.Participant.Status;
import com.twilio.rest.api.v2010.account.conference.Recording;
import com.twilio.rest.api.v2010.account.queue.Member;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.call.Behaviour;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.LoopbackTwilio;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twilio's own client runs conferences and queues ({@code twilio.md} sections 8, 11, 12 and 14). */
class ConferencesResourceTest {
    private static final PhoneNumber BUSINESS = new PhoneNumber("+14155550100");
    private static final PhoneNumber MARIA = new PhoneNumber("+14155550191");
    private static final PhoneNumber OMAR = new PhoneNumber("+14155550192");
    private static final Set<String> NOTHING_MORE = Set.of();

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(100));
    private final CustomerServer pbx = new CustomerServer();
    private final TwilioRestClient client = LoopbackTwilio.client(sandbox.baseUrl(), Account.BUSINESS_SID);
    private final Rest rest = Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID);

    @BeforeEach
    void prepare() {
        sandbox.switchBoard().paceCalls(0);
        rest.post("IncomingPhoneNumbers.json", "PhoneNumber", BUSINESS.toString());
        List.of(MARIA, OMAR)
                .forEach(person ->
                        sandbox.switchBoard().handsets().teach(person.toString(), new Behaviour.Answer(0.0, null)));
        pbx.on("/told", CustomerServer.twiml("<Response/>"));
        pbx.on("/say", CustomerServer.twiml("<Response><Say>The office closes.</Say></Response>"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        pbx.close();
    }

    private Participant invited(PhoneNumber person, String label) {
        Participant invited = Participant.creator("Room 12", BUSINESS, person)
                .setLabel(label)
                .setConferenceRecord("record-from-start")
                .setConferenceStatusCallback(URI.create(pbx.url("/told")))
                .setConferenceStatusCallbackEvent(List.of("start", "end", "leave", "hold", "announcement"))
                .create(client);
        await().until(() -> fetched(invited.getConferenceSid(), label).getStatus() == Status.CONNECTED);
        return invited;
    }

    private Participant fetched(String conference, String who) {
        return Participant.fetcher(conference, who).fetch(client);
    }

    private Conference conference(String sid) {
        return Conference.fetcher(sid).fetch(client);
    }

    private List<CustomerServer.Asked> asked(String path) {
        return pbx.asked.stream()
                .filter(asked -> asked.target().split("[?]", 2)[0].equals(path))
                .toList();
    }

    private static int code(ThrowingCallable refused) {
        int[] code = new int[1];
        assertThatThrownBy(refused).isInstanceOfSatisfying(ApiException.class, refusal -> code[0] = refusal.getCode());
        return code[0];
    }

    private List<String> told() {
        return asked("/told").stream()
                .map(asked -> asked.form().getOrDefault("StatusCallbackEvent", ""))
                .toList();
    }

    @Test
    void participants_are_called_listed_and_fetched_by_call_and_by_label() {
        Participant maria = invited(MARIA, "maria");
        Participant omar = invited(OMAR, "omar");
        String room = maria.getConferenceSid();

        assertThat(omar.getConferenceSid()).isEqualTo(room);
        assertThat(conference(room).getStatus()).isEqualTo(Conference.Status.IN_PROGRESS);
        assertThat(Participant.reader(room).read(client)).hasSize(2);
        assertThat(Participant.reader(room).setMuted(true).read(client)).isEmpty();
        assertThat(fetched(room, omar.getCallSid()).getLabel()).isEqualTo("omar");
        assertThat(Conference.reader()
                        .setFriendlyName("Room 12")
                        .setStatus(Conference.Status.IN_PROGRESS)
                        .read(client))
                .hasSize(1);
        assertThat(Call.fetcher(maria.getCallSid()).fetch(client).getDirection())
                .isEqualTo("outbound-api");
        new Shape(Participant.class)
                .holds(
                        rest.get("Conferences/" + room + "/Participants/omar.json")
                                .json(),
                        NOTHING_MORE);
        new Shape(Conference.class)
                .holds(rest.get("Conferences/" + room + ".json").json(), NOTHING_MORE);
    }

    @Test
    void a_participant_is_muted_held_made_a_coach_and_kicked() {
        Participant maria = invited(MARIA, "maria");
        invited(OMAR, "omar");
        String room = maria.getConferenceSid();

        assertThat(Participant.updater(room, "omar")
                        .setMuted(true)
                        .update(client)
                        .getMuted())
                .isTrue();
        assertThat(Participant.updater(room, "omar")
                        .setHold(true)
                        .setHoldUrl(pbx.url("/say"))
                        .update(client)
                        .getHold())
                .isTrue();
        await().until(() -> asked("/say").size() == 1);
        assertThat(asked("/say").getFirst().method()).isEqualTo("GET");
        Participant coach = Participant.updater(room, "omar")
                .setHold(false)
                .setCoaching(true)
                .setCallSidToCoach(maria.getCallSid())
                .update(client);
        assertThat(coach.getCoaching()).isTrue();
        assertThat(coach.getCallSidToCoach()).isEqualTo(maria.getCallSid());

        assertThat(Participant.deleter(room, "omar").delete(client)).isTrue();
        assertThat(code(() -> fetched(room, "omar"))).isEqualTo(20404);
        await().until(() -> told().equals(
                        List.of("conference-start", "participant-hold", "participant-unhold", "participant-leave")));
    }

    @Test
    void an_announcement_is_fetched_once_and_a_conference_is_ended() {
        Participant maria = invited(MARIA, "maria");
        invited(OMAR, "omar");
        String room = maria.getConferenceSid();

        Conference.updater(room).setAnnounceUrl(pbx.url("/say")).update(client);
        await().until(() -> told().contains("announcement-end"));
        assertThat(asked("/say")).hasSize(1);

        Conference.updater(room).setStatus(Conference.UpdateStatus.COMPLETED).update(client);
        assertThat(conference(room).getStatus()).isEqualTo(Conference.Status.COMPLETED);
        assertThat(conference(room).getReasonConferenceEnded())
                .isEqualTo(Conference.ReasonConferenceEnded.CONFERENCE_ENDED_VIA_API);
        await().until(() -> Call.fetcher(maria.getCallSid()).fetch(client).getStatus() == Call.Status.COMPLETED);
        assertThat(Participant.reader(room).read(client)).isEmpty();
        assertThat(code(() ->
                        Conference.updater(room).setAnnounceUrl(pbx.url("/say")).update(client)))
                .isEqualTo(16022);
        assertThat(code(() -> Participant.creator(room, BUSINESS, OMAR).create(client)))
                .isEqualTo(16022);
        new Shape(Conference.class)
                .holds(rest.get("Conferences/" + room + ".json").json(), NOTHING_MORE);
    }

    @Test
    void a_conference_is_recorded_and_its_recording_found() {
        String room = invited(MARIA, "maria").getConferenceSid();
        sandbox.switchBoard()
                .handsets()
                .teach(OMAR.toString(), new Behaviour.Answer(0.0, "<Response><Say>Hello.</Say><Pause/></Response>"));
        Participant.creator(room, BUSINESS, OMAR).setEndConferenceOnExit(true).create(client);

        await().until(() -> Recording.reader(room).read(client).iterator().hasNext());
        Recording recording = Recording.reader(room).read(client).iterator().next();
        await().until(() ->
                Recording.fetcher(room, recording.getSid()).fetch(client).getStatus() != Recording.Status.IN_PROGRESS);

        assertThat(recording.getSource()).isEqualTo(Recording.Source.CONFERENCE);
        assertThat(rest.get("Recordings.json?ConferenceSid=" + room).json().get("recordings"))
                .hasSize(1);
        new Shape(Recording.class)
                .holds(
                        rest.get("Conferences/" + room + "/Recordings/" + recording.getSid() + ".json")
                                .json(),
                        NOTHING_MORE);
    }

    @Test
    void who_does_not_answer_leaves_and_what_is_wrong_is_refused() {
        Participant maria = invited(MARIA, "maria");
        String room = maria.getConferenceSid();
        sandbox.switchBoard().handsets().teach(OMAR.toString(), new Behaviour.Busy());

        Participant.creator(room, BUSINESS, OMAR).create(client);

        await().until(() -> told().contains("participant-leave"));
        assertThat(asked("/told").getLast().form())
                .containsEntry("ReasonParticipantLeft", "participant_add_failed")
                .containsEntry("ParticipantCallStatus", "busy");
        assertThat(code(() -> Participant.creator(room, BUSINESS, OMAR)
                        .setLabel("maria")
                        .create(client)))
                .isEqualTo(16026);
        assertThat(code(() -> Participant.creator(room, BUSINESS, OMAR)
                        .setLabel("a/b")
                        .create(client)))
                .isEqualTo(16024);
        assertThat(code(() -> Participant.updater(room, "maria")
                        .setCallSidToCoach("CA00000000000000000000000000000000")
                        .update(client)))
                .isEqualTo(16028);
        assertThat(code(() ->
                        Conference.fetcher("CF00000000000000000000000000000000").fetch(client)))
                .isEqualTo(20404);
    }

    @Test
    void queues_are_made_changed_listed_and_deleted() {
        Queue made = Queue.creator("support").setMaxSize(5).create(client);

        assertThat(made.getMaxSize()).isEqualTo(5);
        assertThat(code(() -> Queue.creator("support").create(client))).isEqualTo(20409);
        assertThat(code(() -> Queue.creator("other").setMaxSize(5001).create(client)))
                .isEqualTo(20001);
        assertThat(Queue.updater(made.getSid()).setMaxSize(7).update(client).getMaxSize())
                .isEqualTo(7);
        assertThat(Queue.reader().read(client)).hasSize(1);
        new Shape(Queue.class)
                .holds(rest.get("Queues/" + made.getSid() + ".json").json(), NOTHING_MORE);

        assertThat(Queue.deleter(made.getSid()).delete(client)).isTrue();
        assertThat(code(() -> Queue.fetcher(made.getSid()).fetch(client))).isEqualTo(20404);
    }

    @Test
    void who_waits_is_listed_and_dequeued() {
        Queue queue = Queue.creator("support").create(client);
        Call.creator(MARIA, BUSINESS, new Twiml("<Response><Enqueue>support</Enqueue></Response>"))
                .create(client);
        await().until(() -> Queue.fetcher(queue.getSid()).fetch(client).getCurrentSize() == 1);
        Member member = Member.reader(queue.getSid()).read(client).iterator().next();

        assertThat(member.getPosition()).isEqualTo(1);
        assertThat(Member.fetcher(queue.getSid(), "Front").fetch(client).getCallSid())
                .isEqualTo(member.getCallSid());
        assertThat(code(() -> Queue.deleter(queue.getSid()).delete(client))).isEqualTo(20409);
        new Shape(Member.class)
                .holds(
                        rest.get("Queues/" + queue.getSid() + "/Members/Front.json")
                                .json(),
                        NOTHING_MORE);

        Member.updater(queue.getSid(), "Front", URI.create(pbx.url("/say"))).update(client);

        await().until(() -> asked("/say").size() == 1);
        assertThat(asked("/say").getFirst().form()).containsEntry("CallSid", member.getCallSid());
        assertThat(code(() -> Member.fetcher(queue.getSid(), "Front").fetch(client)))
                .isEqualTo(20404);
    }
}
