package io.cloudpbx.journeys;

import static io.cloudpbx.claude.stub.Scripted.chooses;
import static io.cloudpbx.claude.stub.Scripted.choosesInTwo;
import static io.cloudpbx.claude.stub.Scripted.error;
import static io.cloudpbx.journeys.HarborPhones.atTheReceptionist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.claude.stub.MessagesStub;
import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import io.cloudpbx.sandbox.webhook.Debugger.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Callers of Harbor Dental who press 0 where the receptionist listens in a stream, with a stand-in for Claude. */
class StreamedReceptionistJourneysTest {
    /** Nobody's name, and no question that the rules would know. */
    private static final String DOUBTFUL = "It is about the thing from last week";

    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static final MessagesStub API = new MessagesStub();
    private static TwoPrograms programs;
    private final Person caller = HARBOR.caller();

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(
                CARRIER.sandbox(), "--cloudpbx.claude.api-key=key", "--cloudpbx.claude.base-url=" + API.url());
        String main =
                programs.company().get("/api/numbers").body().at("/items/0/id").asString();
        var streams = programs.company().put("/api/numbers/" + main + "/receptionist", Map.of("listening", "stream"));
        assertThat(streams.body().get("listening").asString()).isEqualTo("stream");
    }

    @AfterAll
    static void closeIt() {
        programs.close();
        API.close();
    }

    @BeforeEach
    void claude_knows_no_answer() {
        API.model(question -> chooses("operator", "{\"reason\": \"unknown\"}"));
    }

    @AfterEach
    void nothing_is_broken_or_recorded_any_more() {
        new RecordedConversations(programs, caller).are(false);
        programs.outside().works();
    }

    @Test
    void who_says_a_name_is_connected() {
        Person luis = HARBOR.luis();
        atTheReceptionist(caller).says("I have a question about my bill for Luis Ortega");
        luis.answers()
                .hears("They said: I have a question about my bill for Luis Ortega. Press 1")
                .presses("1");
        caller.isConnectedTo(luis).hangsUp();

        JsonNode turn = turns().getFirst();
        assertThat(turn.get("listening").asString()).isEqualTo("stream");
        assertThat(turn.get("said").asString()).contains("automated assistant", "operator");
        assertThat(turn.get("heard").asString())
                .isEqualToIgnoringCase("I have a question about my bill for Luis Ortega");
        assertThat(turn.at("/weighed/decision/kind").asString()).isEqualTo("connect");
        assertThat(turn.get("effect").asString()).isEqualTo("Ringing Luis Ortega");
    }

    @Test
    void what_is_said_in_a_stream_is_recorded_after_the_announcement_and_until_somebody_is_rung() {
        RecordedConversations conversations = new RecordedConversations(programs, caller);
        conversations.are(true);
        Person luis = HARBOR.luis();
        caller.calls(Outside.MAIN_NUMBER)
                .hears("press 0")
                .presses("0")
                .hears("The conversation is recorded")
                .hears("How can I help")
                .says("Luis Ortega please");
        luis.answers().hears("press 1").presses("1").says("This is Luis, and nobody records me.");
        caller.isConnectedTo(luis).hangsUp();

        conversations.once("stored", 1);
        conversations.beganAfter("The conversation is recorded").endedBefore("nobody records me");
    }

    @Test
    void who_interrupts_is_heard_and_only_what_they_heard_is_kept() {
        API.model(question -> error(529, "overloaded_error", "Overloaded"));
        Person luis = HARBOR.luis();
        atTheReceptionist(caller)
                .says("What are your opening hours")
                .beginsToHear("Monday")
                .says("Luis Ortega please");
        luis.answers().hears("press 1").presses("1");
        caller.isConnectedTo(luis).hangsUp();

        var turns = turns();
        assertThat(turns.get(0).at("/weighed/decision/say").asString()).contains("Monday to Friday");
        assertThat(turns.get(1).get("said").asString())
                .isNotEqualTo(turns.get(0).at("/weighed/decision/say").asString());
        assertThat(turns.get(0).at("/weighed/decision/say").asString())
                .startsWith(turns.get(1).get("said").asString());
        assertThat(turns.get(1).get("heard").asString()).containsIgnoringCase("Luis Ortega");
    }

    @Test
    void keys_work_while_the_receptionist_speaks() {
        Person desk = HARBOR.frontDesk();
        inTheGreeting(caller).presses("0");
        desk.answers().hears("press 1").presses("1");
        caller.isConnectedTo(desk).hangsUp();

        Person dana = HARBOR.dana();
        Person other = HARBOR.caller();
        inTheGreeting(other).presses("101");
        dana.answers().hears("press 1").presses("1");
        other.isConnectedTo(dana).hangsUp();
    }

    private static Person inTheGreeting(Person caller) {
        return caller.calls(Outside.MAIN_NUMBER).hears("press 0").presses("0").beginsToHear("automated assistant");
    }

    @Test
    void who_wants_no_more_calls_is_opted_out() {
        atTheReceptionist(caller).says("Stop calling me").isHungUpOn();

        assertThat(ended().get("outcome").asString()).isEqualTo("handled");
    }

    @Test
    void whoever_is_not_taken_is_back_in_a_stream() {
        Person dana = HARBOR.dana();
        Person luis = HARBOR.luis();
        atTheReceptionist(caller).says("Dana Whitfield please");
        dana.declines();
        caller.hears("somebody else").says("Then Luis Ortega please");
        luis.answers().hears("press 1").presses("1");
        caller.isConnectedTo(luis).hangsUp();

        assertThat(turns()).extracting(turn -> turn.get("listening").asString()).containsOnly("stream");
    }

    @Test
    void a_stream_that_breaks_is_opened_again_and_the_call_goes_on() {
        CARRIER.expectAlerts();
        programs.outside()
                .breaks(Map.of(
                        "where", Map.of("part", "relay"),
                        "what", Map.of("fault", "break-off", "afterMs", 1_000),
                        "howOften", Map.of("count", 1)));
        Person luis = HARBOR.luis();
        caller.calls(Outside.MAIN_NUMBER)
                .hears("press 0")
                .presses("0")
                .hears("we were cut off")
                .says("Luis Ortega please");
        luis.answers().hears("press 1").presses("1");
        caller.isConnectedTo(luis).hangsUp();

        assertThat(CARRIER.alerts()).extracting(Alert::code).containsExactly(39001);
        assertThat(turns()).hasSize(1);
        assertThat(turns().getFirst().get("said").asString()).contains("automated assistant");
    }

    @Test
    void where_no_stream_can_be_opened_callers_are_listened_to_turn_by_turn() {
        CARRIER.expectAlerts();
        programs.outside().breaks(Map.of("where", Map.of("part", "relay"), "what", Map.of("fault", "outage")));
        Person luis = HARBOR.luis();
        caller.calls(Outside.MAIN_NUMBER)
                .hears("press 0")
                .presses("0")
                .hears("we were cut off")
                .says("Luis Ortega please");
        luis.answers().hears("press 1").presses("1");
        caller.isConnectedTo(luis).hangsUp();

        assertThat(CARRIER.alerts()).extracting(Alert::code).containsExactly(64102, 64102, 64102);
        assertThat(turns().getFirst().get("listening").asString()).isEqualTo("turns");
    }

    @Test
    void the_first_sentence_is_heard_while_claude_still_writes_the_second() {
        String arguments =
                "{\"fact_ids\": [\"hours\"], \"say\": \"We are open Monday to Friday. Would you like anything else?\"}";
        var heard = new CountDownLatch(1);
        API.model(question -> choosesInTwo("answer", arguments, arguments.indexOf("ould"), heard));
        atTheReceptionist(caller).says("What are your opening hours").beginsToHear("We are open");
        heard.countDown();
        caller.hears("Would you like anything else").hangsUp();

        assertThat(turns().getFirst().at("/weighed/mind").asString()).isEqualTo("claude");
    }

    @Test
    void a_claude_that_is_slower_than_a_caller_can_wait_is_done_without_and_nobody_hears_long_silence() {
        API.model(question -> chooses("operator", "{\"reason\": \"unknown\"}").after(Duration.ofSeconds(20)));
        atTheReceptionist(caller)
                .says(DOUBTFUL)
                .hears("One moment")
                .hears("Who or which department")
                .hangsUp();

        JsonNode weighed = turns().getFirst().get("weighed");
        assertThat(weighed.get("mind").asString()).isNotEqualTo("claude");
        assertThat(weighed.get("waited").asBoolean()).isTrue();
        assertThat(HARBOR.silences(caller))
                .isNotEmpty()
                .allSatisfy(millis -> assertThat(millis).isLessThan(4_000));
    }

    @Test
    void what_is_not_understood_twice_leads_to_a_person_while_claude_is_down() {
        API.model(question -> error(529, "overloaded_error", "Overloaded"));
        Person desk = HARBOR.frontDesk();
        atTheReceptionist(caller)
                .says("Hum hum hum hum")
                .hears("Who or which department")
                .says("Dum di dum di dum");
        desk.answers().hears("press 1").presses("1");
        caller.isConnectedTo(desk).hangsUp();
    }

    /** The caller's call, once it is over. */
    private JsonNode ended() {
        return await().until(
                        () -> programs.company()
                                .get("/api/calls?limit=200")
                                .body()
                                .get("items")
                                .valueStream()
                                .filter(item -> item.path("from").asString("").equals(caller.number()))
                                .filter(item -> !item.get("live").asBoolean())
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private List<JsonNode> turns() {
        return programs.company()
                .get("/api/calls/" + ended().get("id").asString() + "/conversation")
                .body()
                .get("items")
                .valueStream()
                .toList();
    }
}
