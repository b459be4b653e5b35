package io.cloudpbx.journeys;

import static io.cloudpbx.journeys.HarborPhones.atTheReceptionist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.junit.Person;
import io.cloudpbx.sandbox.junit.SandboxExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Callers of Harbor Dental who press 0, without Claude. */
class ReceptionistJourneysTest {

    @RegisterExtension
    static final SandboxExtension CARRIER = SandboxExtension.atSpeed(20);

    private static final HarborPhones HARBOR = new HarborPhones(CARRIER);
    private static TwoPrograms programs;
    private final Person caller = HARBOR.caller();

    @BeforeAll
    static void openHarborDental() {
        programs = TwoPrograms.at(CARRIER.sandbox());
    }

    @AfterEach
    void nothing_is_recorded_any_more() {
        new RecordedConversations(programs, caller).are(false);
    }

    @AfterAll
    static void closeIt() {
        programs.close();
    }

    @Test
    void who_says_a_name_is_connected_and_the_called_person_hears_what_they_want() {
        Person luis = HARBOR.luis();
        atTheReceptionist(caller).says("I have a question about my bill for Luis Ortega");
        luis.answers()
                .hears("They said: I have a question about my bill for Luis Ortega. Press 1")
                .presses("1");

        caller.isConnectedTo(luis).hangsUp();

        JsonNode call = ended();
        assertThat(call.get("outcome").asString()).isEqualTo("answered");
        assertThat(texts(call.get("steps"), "text"))
                .containsSubsequence("Talking to the receptionist", "Ringing Luis Ortega", "Talking to Luis Ortega");
        JsonNode turn = turns(call).getFirst();
        assertThat(turn.get("said").asString()).contains("automated assistant", "operator");
        assertThat(turn.get("heard").asString())
                .isEqualToIgnoringCase("I have a question about my bill for Luis Ortega");
        assertThat(turn.at("/weighed/decision/kind").asString()).isEqualTo("connect");
        assertThat(turn.at("/weighed/mind").asString()).isNotEqualTo("claude");
        assertThat(turn.get("effect").asString()).isEqualTo("Ringing Luis Ortega");
        assertThat(turn.get("reason").asString()).isEqualTo("Asked for Luis Ortega");
    }

    @Test
    void a_recorded_conversation_ends_before_the_called_person_is_rung_and_plays_in_ranges() throws Exception {
        RecordedConversations conversations = new RecordedConversations(programs, caller);
        conversations.are(true);
        Person dana = HARBOR.dana();
        Person luis = HARBOR.luis();
        caller.calls(Outside.MAIN_NUMBER)
                .hears("press 0")
                .presses("0")
                .hears("The conversation is recorded")
                .hears("How can I help")
                .says("Dana Whitfield please");
        dana.declines();
        caller.hears("somebody else").says("Then Luis Ortega please");
        luis.answers().hears("press 1").presses("1").says("This is Luis, and nobody records me.");
        caller.isConnectedTo(luis).hangsUp();

        var recordings = conversations.once("stored", 2);

        conversations.beganAfter("The conversation is recorded").endedBefore("nobody records me");
        assertThat(recordings.get(0).get("announced").asString())
                .contains("automated", "recorded", "service providers");
        assertThat(recordings.get(1).get("announced").asString()).isEmpty();
        conversations.playInRanges();
        conversations.newsOfThemMayComeTwice();
    }

    @Test
    void who_presses_0_during_the_announcement_reaches_a_person_and_is_not_recorded() throws Exception {
        RecordedConversations conversations = new RecordedConversations(programs, caller);
        conversations.are(true);
        Person desk = HARBOR.frontDesk();
        caller.calls(Outside.MAIN_NUMBER)
                .hears("press 0")
                .presses("0")
                .beginsToHear("automated assistant")
                .presses("0");
        desk.answers().hears("press 1").presses("1");
        caller.isConnectedTo(desk).hangsUp();

        assertThat(ended().get("outcome").asString()).isEqualTo("answered");
        conversations.wereNotRecorded();
        conversations.areRefused();
    }

    @Test
    void nobody_is_recorded_where_the_business_does_not_want_it() {
        atTheReceptionist(caller)
                .says("What are your opening hours")
                .hears("Monday")
                .hangsUp();
        assertThat(ended()).isNotNull();

        new RecordedConversations(programs, caller).wereNotRecorded();
    }

    @Test
    void who_names_a_department_reaches_somebody_in_it() {
        Person luis = HARBOR.luis();
        atTheReceptionist(caller).says("Billing please");
        luis.answers().hears("press 1").presses("1");

        caller.isConnectedTo(luis).hangsUp();
    }

    @Test
    void what_two_callers_called_somebody_connects_the_third_without_a_question() {
        isAskedWhetherLuisIsMeant(caller);
        isAskedWhetherLuisIsMeant(caller);
        await().until(() -> aliasOfLuis("one_caller", 2));
        isAskedWhetherLuisIsMeant(HARBOR.caller());
        await().until(() -> aliasOfLuis("in_use", 3));

        Person third = HARBOR.caller();
        Person luis = HARBOR.luis();
        atTheReceptionist(third).says("Orteguita please");
        luis.answers().hears("press 1").presses("1");
        third.isConnectedTo(luis).hangsUp();
    }

    private static void isAskedWhetherLuisIsMeant(Person caller) {
        Person luis = HARBOR.luis();
        atTheReceptionist(caller)
                .says("Orteguita please")
                .hears("Do you mean Luis Ortega")
                .says("Yes");
        luis.answers().hears("press 1").presses("1");
        caller.isConnectedTo(luis).hangsUp();
        luis.isHungUpOn();
    }

    /** Whether it stands so and was confirmed so often. */
    private static boolean aliasOfLuis(String standing, int count) {
        String luis = programs.company().extension("104").get("id").asString();
        return programs.company()
                .get("/api/extensions/" + luis + "/aliases")
                .body()
                .get("items")
                .valueStream()
                .filter(alias -> alias.get("words").asString().equals("orteguita"))
                .filter(alias -> alias.get("standing").asString().equals(standing))
                .anyMatch(alias -> alias.get("count").asInt() == count);
    }

    @Test
    void who_is_not_reached_can_be_left_a_message() {
        Person dana = HARBOR.dana();
        atTheReceptionist(caller).says("Dana Whitfield please");
        dana.declines();

        caller.hears("Dana Whitfield isn't available")
                .says("I would like to leave a message")
                .hears("You've reached Dana Whitfield")
                .waits(Duration.ofSeconds(2))
                .says("Please call me back about the crown that came off last night, any time before noon.")
                .hangsUp();

        assertThat(ended().get("outcome").asString()).isEqualTo("voicemail");
        JsonNode voicemail = await().until(() -> ofCaller("/api/voicemails?limit=200"), found -> !found.isEmpty())
                .getFirst();
        assertThat(voicemail.get("ext").asString()).isEqualTo("101");
    }

    @Test
    void who_is_not_reached_can_be_followed_by_somebody_else() {
        Person dana = HARBOR.dana();
        Person luis = HARBOR.luis();
        atTheReceptionist(caller).says("Dana Whitfield please");
        dana.declines();
        caller.hears("somebody else").says("Then Luis Ortega please");
        luis.answers().hears("press 1").presses("1");

        caller.isConnectedTo(luis).hangsUp();
    }

    @Test
    void who_asks_for_the_hours_is_told_them_and_was_not_missed() {
        atTheReceptionist(caller)
                .says("What are your opening hours")
                .hears("Monday to Friday")
                .hangsUp();

        JsonNode call = ended();
        assertThat(call.get("outcome").asString()).isEqualTo("handled");
        assertThat(texts(turns(call).getFirst().at("/weighed/decision/facts"), ""))
                .contains("hours");
    }

    @Test
    void a_person_is_a_word_or_a_key_away() {
        Person desk = HARBOR.frontDesk();
        atTheReceptionist(caller).says("Operator please");
        desk.answers().hears("press 1").presses("1");
        caller.isConnectedTo(desk).hangsUp();

        Person other = HARBOR.caller();
        atTheReceptionist(other).presses("0");
        desk.answers().hears("press 1").presses("1");
        other.isConnectedTo(desk).hangsUp();
    }

    @Test
    void an_extension_can_be_pressed_while_the_receptionist_speaks() {
        Person dana = HARBOR.dana();
        caller.calls(Outside.MAIN_NUMBER)
                .hears("press 0")
                .presses("0")
                .beginsToHear("automated assistant")
                .presses("101");
        dana.answers().hears("press 1").presses("1");

        caller.isConnectedTo(dana).hangsUp();
    }

    @Test
    void what_is_not_understood_twice_leads_to_a_person() {
        Person desk = HARBOR.frontDesk();
        atTheReceptionist(caller)
                .says("Hum hum hum hum")
                .hears("Who or which department")
                .says("Dum di dum di dum");
        desk.answers().hears("press 1").presses("1");

        caller.isConnectedTo(desk).hangsUp();
    }

    @Test
    void whoever_may_be_in_danger_is_told_to_dial_911_and_the_inbox_says_so() {
        Person desk = HARBOR.frontDesk();
        atTheReceptionist(caller).says("There is a gas leak in your building").hears("dial 9 1 1");
        desk.answers().hears("press 1").presses("1");
        caller.isConnectedTo(desk).hangsUp();

        JsonNode conversation = conversation();
        assertThat(conversation.get("needsPerson").asString()).contains("emergency", "gas leak");
        assertThat(conversation.get("urgent").asBoolean()).isTrue();
    }

    @Test
    void who_wants_no_more_calls_is_opted_out() {
        atTheReceptionist(caller).says("Stop calling me").isHungUpOn();

        assertThat(ended().get("outcome").asString()).isEqualTo("handled");
        assertThat(programs.company()
                        .get("/api/opt-outs?limit=200")
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(item -> item.toString().contains(caller.number()))
                        .map(item -> item.get("source").asString()))
                .containsExactly("voice");
    }

    @Test
    void the_inbox_shows_what_a_caller_said() {
        atTheReceptionist(caller)
                .says("What are your opening hours")
                .hears("Monday")
                .hangsUp();
        assertThat(ended()).isNotNull();

        var entries = programs.company()
                .get("/api/conversations/" + conversation().get("id").asString() + "/entries")
                .body()
                .get("items");
        assertThat(entries.toString())
                .containsIgnoringCase("handled by the receptionist: “what are your opening hours”");
        assertThat(conversation().get("lastText").asString()).contains("handled by the receptionist");
    }

    private JsonNode conversation() {
        return await().until(
                        () -> programs.company()
                                .get("/api/conversations?box=all&q="
                                        + caller.number().substring(1))
                                .body()
                                .get("items"),
                        items -> !items.isEmpty())
                .get(0);
    }

    /** The caller's call, once it is over, with its steps. */
    private JsonNode ended() {
        var call = await().until(
                        () -> ofCaller("/api/calls?limit=200"),
                        found -> !found.isEmpty()
                                && !found.getFirst().get("live").asBoolean())
                .getFirst();
        return programs.company().get("/api/calls/" + call.get("id").asString()).body();
    }

    private List<JsonNode> turns(JsonNode call) {
        return programs.company()
                .get("/api/calls/" + call.get("id").asString() + "/conversation")
                .body()
                .get("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> ofCaller(String path) {
        return programs.company()
                .get(path)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller.number()))
                .toList();
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.valueStream()
                .map(item -> field.isEmpty() ? item.asString() : item.get(field).asString())
                .toList();
    }
}
