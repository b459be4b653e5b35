package io.cloudpbx.calls.taping;

import static io.cloudpbx.calls.PastCalls.MARIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.PastCalls;
import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.taping.Tape.State;
import io.cloudpbx.carrier.CallRecording;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.forgetting.Forgetting;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.recordings.Fetching;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.startup.MovableClock;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.telephony.CarrierId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebTest
class TapesTest {
    private static final CarrierId OTHER = new CarrierId("RE" + "2".repeat(32));

    @LocalServerPort
    private int port;

    /** Another for each test: what one lets be erased is erased later, and its file is called as this. */
    private final CarrierId recording =
            new CarrierId("RE" + UUID.randomUUID().toString().replace("-", ""));

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Tapes tapes;

    @Autowired
    private TapeRows rows;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private ObjectProvider<Recurring> recurring;

    @TempDir
    private Path folder;

    private final AskedCarrier carrier = new AskedCarrier();
    private ApiPerson owner;
    private PastCalls past;
    private UUID call;

    @BeforeEach
    void maria_has_called() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        past = new PastCalls(beans).none();
        call = past.call(clock.instant(), "answered");
        past.turn(call, 1, "My bill", null, clock.instant());
    }

    @Test
    void news_may_come_late_twice_and_out_of_order() {
        Instant begun = clock.instant().minusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
        Tape tape = wanted();
        tapes.complete(tape.id(), recording, begun);
        tapes.began(tape.id(), recording, clock.instant());
        tapes.complete(tape.id(), recording, clock.instant());
        tapes.nothing(tape.id());

        Tape now = now(tape);
        assertThat(now.state()).isEqualTo(State.FETCHING);
        assertThat(now.recording()).isEqualTo(recording);
        assertThat(now.startedAt()).isEqualTo(begun);
    }

    @Test
    void a_carrier_whose_clock_is_ahead_began_when_it_said_so() {
        Tape tape = wanted();
        tapes.began(tape.id(), recording, clock.instant().plus(Duration.ofHours(1)));

        assertThat(now(tape).startedAt()).isBeforeOrEqualTo(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "35, 1", "95, 2"})
    void what_the_carrier_did_not_tell_it_is_asked_for(int begunAfterSeconds, int whose) {
        Instant first = clock.instant();
        var parts = List.of(wanted(first), wanted(first.plusSeconds(30)), wanted(first.plusSeconds(60)));
        clock.advance(Duration.ofMinutes(3));

        carrier.listed = List.of(new CallRecording(
                recording,
                first.plusSeconds(begunAfterSeconds).truncatedTo(ChronoUnit.SECONDS),
                CallRecording.State.COMPLETE));
        sweep();

        for (Tape part : parts) {
            assertThat(now(part).state())
                    .as("part %d", parts.indexOf(part))
                    .isEqualTo(parts.indexOf(part) == whose ? State.FETCHING : State.NOTHING);
        }
    }

    @Test
    void what_goes_on_at_the_carrier_is_waited_for() {
        Tape tape = wanted();
        clock.advance(Duration.ofMinutes(2));
        carrier.listed = List.of(listed(recording, CallRecording.State.RUNNING));
        sweep();
        assertThat(now(tape).state()).isEqualTo(State.RUNNING);

        carrier.listed =
                List.of(listed(OTHER, CallRecording.State.COMPLETE), listed(recording, CallRecording.State.COMPLETE));
        sweep();

        assertThat(now(tape).recording()).isEqualTo(recording);
        assertThat(now(tape).state()).isEqualTo(State.FETCHING);
    }

    @Test
    void news_of_what_was_believed_to_be_nothing_is_taken() {
        Tape tape = wanted();
        tapes.nothing(tape.id());
        tapes.complete(tape.id(), recording, null);

        assertThat(now(tape).state()).isEqualTo(State.FETCHING);
    }

    @Test
    void a_recording_is_ended_by_its_name_and_one_that_the_carrier_ended_is_left_alone() {
        var job = new StopTape(rows, carrier, beans.getBean(TapedCalls.class));
        Tape tape = wanted();
        assertThat(run(job, tape)).as("not known yet").isInstanceOf(Outcome.Done.class);
        tapes.began(tape.id(), recording, null);

        assertThat(run(job, tape)).isInstanceOf(Outcome.Done.class);
        tapes.complete(tape.id(), recording, null);
        assertThat(run(job, tape)).isInstanceOf(Outcome.Done.class);

        assertThat(carrier.asked).containsExactly("stop " + recording);
    }

    @Test
    void what_begins_after_it_was_to_end_is_ended() {
        var jdbc = beans.getBean(JdbcClient.class);
        jdbc.sql("update call set ended_at = null where id = :id")
                .param("id", call)
                .update();
        Tape tape = wanted();
        rows.ending(tape.id(), clock.instant());
        tapes.began(tape.id(), recording, null);

        assertThat(jdbc.sql("select task_name from scheduled_tasks where task_instance = :tape")
                        .param("tape", tape.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly(StopTape.KIND);
    }

    @Test
    void where_a_card_number_was_said_nothing_is_fetched_and_the_carriers_copy_goes() {
        past.turn(call, 2, "It is [card number]", null, clock.instant());
        Tape tape = wanted();
        tapes.complete(tape.id(), recording, null);

        var job = new FetchTape(
                rows,
                beans.getBean(TurnRows.class),
                tapes,
                beans.getBean(TapedCalls.class),
                beans.getBean(Fetching.class));
        assertThat(run(job, tape)).isInstanceOf(Outcome.Done.class);
        assertThat(now(tape).state()).isEqualTo(State.WITHHELD);

        letGo(tape);
        letGo(tape);
        assertThat(carrier.asked).containsExactly("delete " + recording);
        assertThat(owner.get(audioOf(tape)).status()).isEqualTo(404);
    }

    @Test
    void the_carriers_copy_goes_only_while_ours_is_sound() throws IOException {
        Tape sound = stored();
        letGo(sound);
        assertThat(carrier.asked).containsExactly("delete " + recording);

        Tape changed = stored(OTHER);
        blobs.put(changed.blobKey(), Files.writeString(folder.resolve("other.wav"), "not what was stored"));
        assertThat(letGo(changed)).isInstanceOf(Outcome.GaveUp.class);
        assertThat(carrier.asked).hasSize(1);
    }

    @Test
    void a_carrier_that_cannot_delete_is_asked_again() throws IOException {
        Tape tape = stored();
        carrier.failure = new CarrierFailure(Kind.REFUSED, 20009, "Cannot delete before it is complete");
        assertThat(letGo(tape)).isEqualTo(new Outcome.Again(Duration.ofHours(1)));

        carrier.failure = new CarrierFailure(Kind.NOT_NOW, 0, "The carrier can't be reached");
        assertThat(letGo(tape)).isInstanceOf(Outcome.Again.class);
    }

    @Test
    void sound_goes_when_the_words_go() throws IOException {
        Tape tape = stored(wanted(clock.instant().minus(Duration.ofDays(181))), recording);
        Tape young = stored(OTHER);
        assertThat(owner.get(audioOf(tape)).status()).isEqualTo(200);

        recurring.stream()
                .filter(work -> work.name().equals("calls.delete-words"))
                .forEach(Recurring::run);

        assertThat(now(tape).state()).isEqualTo(State.DELETED);
        assertThat(owner.get(audioOf(tape)).status()).isEqualTo(404);
        assertThat(shown("/recordings/0/state")).isEqualTo("deleted");
        assertThat(now(young).state()).isEqualTo(State.STORED);
        letGo(tape);
        assertThat(carrier.asked).containsExactly("delete " + recording);
    }

    @Test
    void whoever_is_forgotten_is_not_heard_any_more_here_or_at_the_carrier() throws IOException {
        Tape tape = stored();
        Tape running = wanted();
        forgetMaria();

        assertThat(now(tape).state()).isEqualTo(State.DELETED);
        assertThat(beans.getBean(Forgetting.class).isForgotten(recording)).isTrue();

        tapes.complete(running.id(), OTHER, null);
        assertThat(now(running).state()).isEqualTo(State.DELETED);
        letGo(running);
        assertThat(carrier.asked).containsExactly("delete " + OTHER);
    }

    /** The download was under way when the person was deleted. */
    @Test
    void what_comes_home_after_its_person_was_forgotten_is_not_kept() throws IOException {
        Tape tape = wanted();
        tapes.complete(tape.id(), recording, null);
        forgetMaria();
        bringHome(tape);

        assertThat(now(tape).state()).isEqualTo(State.DELETED);
        assertThat(owner.get(audioOf(tape)).status()).isEqualTo(404);
    }

    @Test
    void recording_is_off_until_somebody_turns_it_on_and_stays_when_nothing_is_said_of_it() {
        String settings = "/api/settings/receptionist";
        var present = owner.get(settings).body();
        assertThat(present.path("recordConversations").asBoolean()).isFalse();

        String body = "{\"keepWordsDays\": 180, %s\"version\": %d}";
        var on = owner.put(
                settings,
                body.formatted(
                        "\"recordConversations\": true, ",
                        present.path("version").asLong()));
        assertThat(on.body().path("recordConversations").asBoolean()).isTrue();
        var kept =
                owner.put(settings, body.formatted("", on.body().path("version").asLong()));
        assertThat(kept.body().path("recordConversations").asBoolean()).isTrue();
        var off = owner.put(
                settings,
                body.formatted(
                        "\"recordConversations\": false, ",
                        kept.body().path("version").asLong()));
        assertThat(off.body().path("recordConversations").asBoolean()).isFalse();
    }

    @Test
    void a_conversation_says_how_its_recording_stands() {
        assertThat(owner.get("/api/receptionist/conversations/" + call)
                        .body()
                        .path("recordings")
                        .size())
                .isZero();
        Tape tape = wanted();
        assertThat(shown("/recordings/0/state")).isEqualTo("wanted");
        assertThat(shown("/recordings/0/announced")).isEqualTo("It is recorded.");
        assertThat(owner.get(audioOf(tape)).code()).isEqualTo("audio_not_ready");
    }

    private Tape wanted() {
        return wanted(clock.instant());
    }

    private Tape wanted(Instant at) {
        UUID id = UUID.randomUUID();
        int part = rows.of(call).size();
        rows.insert(
                new TapeRows.Begun(
                        id,
                        call,
                        Tape.Kind.RECEPTIONIST,
                        part,
                        "It is recorded.",
                        BlobKeys.fresh("conversation", clock)),
                at);
        return rows.find(id).orElseThrow();
    }

    private Tape stored() throws IOException {
        return stored(recording);
    }

    private Tape stored(CarrierId recording) throws IOException {
        return stored(wanted(), recording);
    }

    private Tape stored(Tape tape, CarrierId recording) throws IOException {
        tapes.complete(tape.id(), recording, null);
        bringHome(tape);
        return now(tape);
    }

    private void bringHome(Tape tape) throws IOException {
        var file = Files.writeString(folder.resolve(tape.id() + ".wav"), "what it sounded like");
        var kept = blobs.put(tape.blobKey(), file);
        tapes.stored(tape, new Sound(kept.size(), kept.sha256(), Duration.ofSeconds(9), List.of(0.5f)));
    }

    private Tape now(Tape tape) {
        return rows.find(tape.id()).orElseThrow();
    }

    /** Whoever texted or called her in another class left her among the contacts. */
    private void forgetMaria() {
        owner.get("/api/contacts?q=" + MARIA.substring(2))
                .each("/id")
                .forEach(known -> owner.delete("/api/contacts/" + known));
        var contact = owner.post(
                "/api/contacts",
                "{\"name\": \"Maria Santos\", \"numbers\": [\"%s\"], \"fields\": {}}".formatted(MARIA));
        assertThat(contact.status()).as(contact.text()).isEqualTo(201);
        assertThat(owner.delete("/api/contacts/" + contact.body().path("id").asString())
                        .status())
                .isEqualTo(200);
    }

    private void sweep() {
        new LostTapes(rows, tapes, carrier, clock).sweep();
    }

    private Outcome letGo(Tape tape) {
        return run(new LetTapeGo(rows, carrier, blobs, clock), tape);
    }

    private static Outcome run(io.cloudpbx.jobs.Job job, Tape tape) {
        return job.run(tape.id().toString(), 1);
    }

    private CallRecording listed(CarrierId id, CallRecording.State state) {
        return new CallRecording(id, clock.instant(), state);
    }

    private String shown(String pointer) {
        return owner.get("/api/receptionist/conversations/" + call)
                .body()
                .at(pointer)
                .asString();
    }

    private static String audioOf(Tape tape) {
        return "/api/receptionist/recordings/" + tape.id() + "/audio";
    }
}
