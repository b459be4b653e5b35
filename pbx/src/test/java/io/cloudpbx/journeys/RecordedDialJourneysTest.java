package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Dana calls people from the dashboard, and is recorded with them, or not. */
class RecordedDialJourneysTest {
    private static final String SETTINGS = "/api/settings/recording";
    private static final AtomicInteger TEXANS = new AtomicInteger(130);

    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static TwoPrograms programs;
    private final Person dana = HARBOR.dana();
    private final Person maria = CARRIER.person("+1512555%04d".formatted(TEXANS.getAndIncrement()));

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    private static void recorded(String outgoing) {
        var wanted = new HashMap<String, Object>();
        wanted.put("incoming", "never");
        wanted.put("outgoing", outgoing);
        wanted.put("state", "TX");
        wanted.put("version", programs.company().get(SETTINGS).body().get("version"));
        assertThat(programs.company().put(SETTINGS, wanted).status()).isEqualTo(200);
    }

    private static String dial(Person to) {
        var made = programs.company().post("/api/calls", Map.of("to", to.number()));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().get("id").asString();
    }

    private static JsonNode call(String id) {
        return programs.company().get("/api/calls/" + id).body();
    }

    private static JsonNode once(String id, String state) {
        return await().until(
                        () -> call(id).at("/recordings/0"),
                        part -> part.path("state").asString("").equals(state));
    }

    private static void isOver(String id) {
        await().until(() -> !call(id).get("live").asBoolean());
    }

    private static List<String> story(Person person) {
        return programs.outside().story(person.callSid());
    }

    @Test
    void both_hear_of_it_before_they_are_joined_and_it_goes_with_the_contact() {
        recorded("one_party_states");
        String id = dial(maria);
        dana.answers().hears("It will be recorded. Press 1").presses("1");
        maria.answers().hears("This call from Harbor Dental is recorded");
        dana.isConnectedTo(maria).says("Your crown is ready.");
        maria.hears("Your crown is ready.").hangsUp();
        isOver(id);

        JsonNode part = once(id, "stored");
        assertThat(part.get("announced").asString()).contains("press 9");
        String audio = part.get("audioUrl").asString();
        assertThat(programs.company().bytes(audio).body()).hasSizeGreaterThan(16_000);

        var contact = programs.company()
                .get("/api/contacts?q=" + maria.number().substring(2))
                .body()
                .at("/items/0/id")
                .asString();
        assertThat(programs.company().delete("/api/contacts/" + contact).status())
                .isEqualTo(200);
        once(id, "deleted");
        assertThat(programs.company().get(audio).status()).isEqualTo(404);
    }

    @Test
    void whoever_is_called_talks_on_without_a_recording_when_they_press_a_key() {
        recorded("everywhere");
        String id = dial(maria);
        dana.answers().hears("Press 1").presses("1");
        maria.answers().beginsToHear("is recorded").presses("9");
        dana.isConnectedTo(maria).says("Your crown is ready.");
        maria.hears("Your crown is ready.").hangsUp();
        isOver(id);

        once(id, "refused");
        assertThat(programs.company()
                        .get(call(id).at("/recordings/0/audioUrl").asString())
                        .status())
                .isEqualTo(404);
    }

    /** Dana has Maria on the line, who was told, and says this. */
    private String talking(Dialed call, String words) {
        String id = call.dials();
        dana.answers().hears("Press 1").presses("1");
        maria.answers().hears("is recorded");
        dana.isConnectedTo(maria).says(words);
        maria.hears(words);
        call.isAt(id, "talking");
        return id;
    }

    @Test
    void a_hold_ends_the_recording_and_nothing_after_it_is_kept() {
        recorded("everywhere");
        var call = new Dialed(programs, dana, maria);
        String id = talking(call, "Your crown is ready.");
        call.isHeld(id);

        JsonNode part = once(id, "stored");
        assertThat(call(id).get("live").asBoolean()).isTrue();
        call.isResumed(id);
        dana.says("Your card number, please.");
        maria.hears("Your card number, please.").hangsUp();
        isOver(id);

        assertThat(call(id).get("recordings").size()).isEqualTo(1);
        assertThat(call(id).at("/recordings/0/durationSeconds")).isEqualTo(part.get("durationSeconds"));
    }

    @Test
    void what_is_recorded_ends_when_whoever_talks_wants_it_so() {
        recorded("everywhere");
        var call = new Dialed(programs, dana, maria);
        String id = talking(call, "Your crown is ready.");

        call.does(id, "stop-recording");
        JsonNode part = once(id, "stored");
        assertThat(call(id).get("live").asBoolean()).isTrue();
        assertThat(call.act(id, "stop-recording").code()).isEqualTo("not_recorded");
        dana.says("Your card number, please.");
        maria.hears("Your card number, please.").hangsUp();
        isOver(id);

        assertThat(call(id).get("recordings").size()).isEqualTo(1);
        assertThat(call(id).at("/recordings/0/durationSeconds")).isEqualTo(part.get("durationSeconds"));
        assertThat(call.act(id, "stop-recording").code()).isEqualTo("call_over");
    }

    @Test
    void who_is_handed_on_is_told_again_and_recorded_with_whoever_takes_them() {
        recorded("everywhere");
        Person luis = HARBOR.luis();
        var call = new Dialed(programs, dana, maria);
        String id = talking(call, "Luis knows about bridges.");

        call.does(id, "transfer", Map.of("to", HarborDental.LUIS));
        maria.hears("This call is recorded");
        luis.answers().hears("This call is recorded. Press 1").presses("1");
        maria.isConnectedTo(luis).says("It is about my bridge.");
        luis.hears("It is about my bridge.").hangsUp();
        isOver(id);

        var parts = await().until(
                        () -> call(id).get("recordings"),
                        all -> all.valueStream()
                                .allMatch(part -> part.get("state").asString().equals("stored")));
        assertThat(parts).hasSize(2);
        assertThat(programs.company()
                        .bytes(parts.get(1).get("audioUrl").asString())
                        .body())
                .hasSizeGreaterThan(16_000);
    }

    @Test
    void a_call_to_a_state_where_everybody_has_to_agree_is_not_recorded() {
        recorded("one_party_states");
        Person californian = HARBOR.caller();
        String id = dial(californian);
        dana.answers().hears("Press 1").presses("1");
        californian.answers();
        dana.isConnectedTo(californian).hangsUp();
        isOver(id);

        assertThat(call(id).get("recordings").size()).isZero();
        assertThat(story(dana)).noneMatch(line -> line.contains("recorded") || line.contains("recording-"));
    }

    @Test
    void of_whoever_does_not_answer_nothing_is_kept() {
        recorded("everywhere");
        String id = dial(maria);
        dana.answers().hears("Press 1").presses("1");
        maria.declines();
        isOver(id);

        once(id, "nothing");
    }
}
