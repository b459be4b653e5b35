package io.cloudpbx.calls.taping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.web.ApiPerson;
import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.calls.Answering;
import io.cloudpbx.calls.Call;
import io.cloudpbx.calls.PastCalls;
import io.cloudpbx.calls.flow.CallStep;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.store.CallRows;
import io.cloudpbx.calls.store.TapeRows;
import io.cloudpbx.calls.store.TurnRows;
import io.cloudpbx.calls.taping.Tape.Kind;
import io.cloudpbx.calls.taping.Tape.State;
import io.cloudpbx.database.DatabaseAway;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.recordings.Fetching;
import io.cloudpbx.recordings.Sound;
import io.cloudpbx.storage.BlobKeys;
import io.cloudpbx.storage.BlobStore;
import io.cloudpbx.telephony.CarrierId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of recordings of people who talked, and who may want and hear them. */
@WebTest
class RecordedPeopleTest {
    private static final String SETTINGS = "/api/settings/recording";
    private static final String CALLER = "+15125550137";
    private static final CarrierId RECORDING = new CarrierId("RE" + "5".repeat(32));

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Clock clock;

    @Autowired
    private Tapes tapes;

    @Autowired
    private TapeRows rows;

    @Autowired
    private CallRows calls;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectProvider<Recurring> recurring;

    @TempDir
    private Path folder;

    private final AskedCarrier carrier = new AskedCarrier();
    private ApiPerson owner;
    private UUID call;

    @BeforeEach
    void somebody_has_called() {
        owner = ApiPerson.of(Role.OWNER, port, beans);
        call = new PastCalls(beans).none().call(clock.instant(), "answered", CALLER);
    }

    @Test
    void nobody_is_recorded_until_somebody_wants_it() {
        assertThat(owner.get(SETTINGS).body().path("incoming").asString()).isEqualTo("never");
        assertThat(owner.get(SETTINGS).body().path("state").isNull()).isTrue();

        assertThat(chosen("one_party_states", "\"TX\"").status()).isEqualTo(200);
        assertThat(owner.get(SETTINGS).body().path("state").asString()).isEqualTo("TX");
        assertThat(owner.put(
                                SETTINGS,
                                "{\"incoming\":\"everywhere\",\"outgoing\":\"never\",\"state\":null,\"version\":0}")
                        .code())
                .isEqualTo("settings_changed");
        assertThat(chosen("never", "null").body().path("incoming").asString()).isEqualTo("never");
    }

    @ParameterizedTest
    @CsvSource({"sometimes, null, incoming", "everywhere, \"XX\", state"})
    void what_is_no_rule_and_no_state_is_refused_beside_its_field(String rule, String state, String field) {
        var refused = chosen(rule, state);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void only_who_runs_the_company_may_want_it() {
        var agent = ApiPerson.of(Role.AGENT, port, beans);

        assertThat(agent.put(
                                SETTINGS,
                                "{\"incoming\":\"everywhere\",\"outgoing\":\"never\",\"state\":null,\"version\":0}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_listens_is_written_down_and_who_may_only_read_does_not_listen() throws IOException {
        Tape tape = stored();
        long before = played();

        assertThat(ApiPerson.of(Role.READ_ONLY, port, beans).get(audioOf(tape)).status())
                .isEqualTo(403);
        assertThat(played()).isEqualTo(before);
        assertThat(owner.get(audioOf(tape)).status()).isEqualTo(200);
        assertThat(played()).isEqualTo(before + 1);
        assertThat(owner.get("/api/receptionist/recordings/" + tape.id() + "/audio")
                        .status())
                .as("nobody goes round the audit log")
                .isEqualTo(404);
        assertThat(owner.get("/api/calls/" + UUID.randomUUID() + "/recordings/" + tape.id() + "/audio")
                        .status())
                .as("nor has it say another call")
                .isEqualTo(404);
        assertThat(played()).isEqualTo(before + 1);
    }

    @Test
    void a_call_says_how_its_recording_stands() throws IOException {
        Tape tape = wanted();
        assertThat(shown("/recordings/0/state")).isEqualTo("wanted");
        assertThat(shown("/recordings/0/announced")).isEqualTo("This call is recorded.");
        assertThat(owner.get(audioOf(tape)).code()).isEqualTo("audio_not_ready");

        bringHome(tape);
        assertThat(shown("/recordings/0/state")).isEqualTo("stored");
        assertThat(shown("/recordings/0/audioUrl")).isEqualTo(audioOf(tape));
        assertThat(owner.get("/api/receptionist/conversations/" + call).status())
                .as("it is no conversation with the receptionist")
                .isEqualTo(404);
    }

    @Test
    void who_does_not_want_it_is_not_recorded_however_often_they_say_so() {
        Tape tape = wanted();
        rows.otherwise(tape.id(), "<Response/>");

        assertThat(tapes.refuse(tape.id())).contains("<Response/>");
        assertThat(tapes.refuse(tape.id())).contains("<Response/>");
        assertThat(now(tape).state()).isEqualTo(State.REFUSED);
        assertThat(tapes.isRecorded(call)).isFalse();

        tapes.complete(tape.id(), RECORDING, null);
        assertThat(now(tape).state()).isEqualTo(State.REFUSED);
        new LetTapeGo(rows, carrier, blobs, clock).run(tape.id().toString(), 1);
        assertThat(carrier.asked).containsExactly("delete " + RECORDING);
    }

    @Test
    void of_a_phone_that_only_rang_nothing_is_kept() {
        Tape tape = wanted();
        tapes.complete(tape.id(), RECORDING, null);

        assertThat(fetch(tape)).isInstanceOf(Outcome.Done.class);
        assertThat(now(tape).state()).isEqualTo(State.NOTHING);
        new LetTapeGo(rows, carrier, blobs, clock).run(tape.id().toString(), 1);
        assertThat(carrier.asked).containsExactly("delete " + RECORDING);
    }

    @Test
    void of_a_call_that_somebody_took_it_is_fetched() {
        somebodyTookIt();
        Tape tape = wanted();
        tapes.complete(tape.id(), RECORDING, null);

        fetch(tape);
        assertThat(now(tape).state()).isEqualTo(State.FETCHING);
    }

    @Test
    void it_goes_when_the_words_go_and_with_the_contact() throws IOException {
        Tape old = stored(clock.instant().minus(Duration.ofDays(181)));
        recurring.stream()
                .filter(work -> work.name().equals("calls.delete-words"))
                .forEach(Recurring::run);
        assertThat(now(old).state()).isEqualTo(State.DELETED);

        Tape tape = wanted();
        bringHome(tape);
        var contact = owner.post(
                "/api/contacts", "{\"name\": \"Tess Arlo\", \"numbers\": [\"%s\"], \"fields\": {}}".formatted(CALLER));
        assertThat(owner.delete("/api/contacts/" + contact.body().path("id").asString())
                        .status())
                .isEqualTo(200);
        assertThat(now(tape).state()).isEqualTo(State.DELETED);
        assertThat(owner.get(audioOf(tape)).status()).isEqualTo(404);
    }

    /** Also where the carrier had begun before it was told to end. */
    @Test
    void who_does_not_want_one_recording_is_on_no_other_of_the_call() {
        Tape tape = wanted();
        tapes.refuse(tape.id());
        jdbc.sql("update call_tape set started_at = now() where id = :id")
                .param("id", tape.id())
                .update();
        assertThat(chosen("everywhere", "\"TX\"").status()).isEqualTo(200);

        assertThat(luisIsRung(false).begun()).isNull();
    }

    @AfterEach
    void nobody_is_recorded_any_more() {
        jdbc.sql("update recording_settings set incoming = 'never', outgoing = 'never', state = null")
                .update();
    }

    @Test
    void who_is_transferred_before_it_has_begun_is_told_again_and_later_it_goes_on() {
        assertThat(chosen("everywhere", "null").status()).isEqualTo(200);
        Tape tape = wanted();

        var again = luisIsRung(true);
        assertThat(again.ended()).containsExactly(tape.id());
        var begun = Objects.requireNonNull(again.begun());
        assertThat(begun.isAnnounced()).isTrue();
        assertThat(now(tape).endingAt()).isNotNull();

        tapes.began(begun.tape(), RECORDING, null);
        var onwards = luisIsRung(true);
        assertThat(onwards.ended()).isEmpty();
        assertThat(onwards.begun()).isNull();
        assertThat(tapes.isRecorded(call)).isTrue();
    }

    private TapeOrder luisIsRung(boolean transferred) {
        var luis = new Callee(UUID.randomUUID(), "102", "Luis Ortega", "Billing", List.of(), null);
        Call held = calls.find(call).orElseThrow();
        return Objects.requireNonNull(transactions.execute(status -> tapes.at(
                held,
                tapes.partsOf(held),
                new CallStep.Ring(luis),
                transferred,
                (kind, language) -> "This call is recorded.")));
    }

    /** The caller hears an apology then instead of silence. */
    @Test
    void a_refusal_that_cannot_be_written_down_is_not_waited_for_longer_than_a_caller_waits() {
        Tape tape = wanted();
        rows.otherwise(tape.id(), "<Response/>");
        var answering = beans.getBean(Answering.class);

        transactions.executeWithoutResult(status -> {
            jdbc.sql("select 1 from call_tape where id = :id for update")
                    .param("id", tape.id())
                    .query(Integer.class)
                    .single();
            assertThatThrownBy(() -> answering.unrecorded(tape.id())).isInstanceOf(DatabaseAway.class);
        });

        assertThat(now(tape).state()).isEqualTo(State.WANTED);
    }

    @Test
    void whoever_talks_ends_it_and_nobody_else_and_what_comes_late_is_ended_then() {
        jdbc.sql("update call set ended_at = null, place = 'talking' where id = :id")
                .param("id", call)
                .update();
        String stop = "/api/calls/" + call + "/stop-recording";
        assertThat(owner.post(stop, "{}").code()).isEqualTo("not_recorded");
        Tape tape = wanted();
        assertThat(ApiPerson.of(Role.AGENT, port, beans).post(stop, "{}").code())
                .isEqualTo("not_your_call");
        assertThat(now(tape).endingAt()).isNull();

        assertThat(owner.post(stop, "{}").status()).isEqualTo(200);
        var ended = now(tape).endingAt();
        assertThat(ended).isNotNull();
        assertThat(owner.post(stop, "{}").status()).isEqualTo(200);
        assertThat(now(tape).endingAt()).isEqualTo(ended);
        assertThat(tapes.isRecorded(call)).isFalse();

        tapes.began(tape.id(), RECORDING, null);
        new StopTape(rows, carrier, beans.getBean(TapedCalls.class))
                .run(tape.id().toString(), 1);
        assertThat(carrier.asked).containsExactly("stop " + RECORDING);
    }

    private void somebodyTookIt() {
        jdbc.sql("""
            insert into call_leg (carrier_id, call_id, status, rank, created_at, accepted_at)
            values (:leg, :call, 'completed', 9, now(), now())\
            """)
                .param("leg", "CA" + UUID.randomUUID().toString().replace("-", ""))
                .param("call", call)
                .update();
    }

    private ApiPerson.Answer chosen(String rule, String state) {
        long version = owner.get(SETTINGS).body().path("version").asLong();
        return owner.put(
                SETTINGS,
                "{\"incoming\":\"%s\",\"outgoing\":\"never\",\"state\":%s,\"version\":%d}"
                        .formatted(rule, state, version));
    }

    private long played() {
        return jdbc.sql("select count(*) from audit_log where action = 'call_recording_played'")
                .query(Long.class)
                .single();
    }

    private Outcome fetch(Tape tape) {
        return new FetchTape(
                        rows,
                        beans.getBean(TurnRows.class),
                        tapes,
                        beans.getBean(TapedCalls.class),
                        beans.getBean(Fetching.class))
                .run(tape.id().toString(), 1);
    }

    private Tape wanted() {
        return wanted(clock.instant());
    }

    private Tape wanted(Instant at) {
        UUID id = UUID.randomUUID();
        int part = rows.of(call).size();
        String key = BlobKeys.fresh("conversation", clock);
        rows.insert(new TapeRows.Begun(id, call, Kind.PEOPLE, part, "This call is recorded.", key), at);
        return rows.find(id).orElseThrow();
    }

    private Tape stored() throws IOException {
        return stored(clock.instant());
    }

    private Tape stored(Instant at) throws IOException {
        Tape tape = wanted(at);
        bringHome(tape);
        return now(tape);
    }

    private void bringHome(Tape tape) throws IOException {
        somebodyTookIt();
        tapes.complete(
                tape.id(), new CarrierId("RE" + UUID.randomUUID().toString().replace("-", "")), null);
        var file = Files.writeString(folder.resolve(tape.id() + ".wav"), "what it sounded like");
        var kept = blobs.put(tape.blobKey(), file);
        tapes.stored(tape, new Sound(kept.size(), kept.sha256(), Duration.ofSeconds(9), List.of(0.5f)));
    }

    private Tape now(Tape tape) {
        return rows.find(tape.id()).orElseThrow();
    }

    private String shown(String pointer) {
        return owner.get("/api/calls/" + call).body().at(pointer).asString();
    }

    private String audioOf(Tape tape) {
        return "/api/calls/" + call + "/recordings/" + tape.id() + "/audio";
    }
}
