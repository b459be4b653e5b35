package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Callers of Harbor Dental, from the ring to the end. */
class CallJourneysTest {
    private static final String DANAS_MOBILE = "+14155550190";
    private static final String FRONT_DESK_PHONE = "+14155550199";

    /** Each caller has a number of their own, in an area code where no test buys any, by which their call is found in the log. */
    private static final AtomicInteger CALLERS = new AtomicInteger(100);

    private final Company company = TwoPrograms.shared().company();
    private final Outside outside = TwoPrograms.shared().outside();
    private final String caller = "+1916555%04d".formatted(CALLERS.getAndIncrement());

    @BeforeEach
    void phones_ring_out_unless_told_otherwise() {
        List.of(DANAS_MOBILE, FRONT_DESK_PHONE).forEach(phone -> outside.behaves(phone, "ring-out"));
    }

    @Test
    void pressing_101_reaches_dana_who_presses_1_and_talks() {
        outside.answers(
                DANAS_MOBILE,
                "<Pause length='9'/><Play digits='1'/><Pause length='2'/><Say>Dana speaking</Say><Pause length='5'/>");
        String sid = callMain("<Pause length='3'/><Play digits='101'/><Pause length='60'/>");

        var call = ended();
        assertThat(call.get("outcome").asString()).isEqualTo("answered");
        assertThat(call.at("/extension/name").asString()).isEqualTo("Dana Whitfield");
        assertThat(call.get("answeredAt").isNull()).isFalse();
        assertThat(outside.story(sid)).anyMatch(line -> line.contains("said") && line.contains("Dana speaking"));
        assertThat(steps(call))
                .contains("In the menu", "Ringing Dana Whitfield", "Talking to Dana Whitfield", "The call ended");
    }

    @Test
    void nobody_answers_so_the_caller_leaves_a_message_that_arrives_with_its_words() {
        callMain("<Pause length='3'/><Play digits='101'/><Pause length='32'/>"
                + speaking("My crown came off last night."));

        var voicemail = voicemail();
        assertThat(voicemail.get("ext").asString()).isEqualTo("101");
        assertThat(voicemail.at("/transcript/text").asString()).containsIgnoringCase("my crown came off last night");
        assertThat(voicemail.get("durationSeconds").asDouble()).isBetween(2.0, 40.0);
        assertThat(voicemail.get("peaks").size()).isEqualTo(100);
        var call = ended();
        assertThat(call.get("outcome").asString()).isEqualTo("voicemail");
        assertThat(company.get("/api/calls/" + voicemail.get("callId").asString())
                        .body()
                        .get("id"))
                .isEqualTo(call.get("id"));
    }

    @ParameterizedTest
    @CsvSource({"busy", "reject", "fail"})
    void a_direct_number_whose_phone_cannot_be_reached_takes_a_message(String behaviour) {
        outside.behaves(DANAS_MOBILE, behaviour);
        call(danasNumber(), "<Pause length='10'/>" + speaking("This is Noah Fischer."));

        assertThat(voicemail().get("ext").asString()).isEqualTo("101");
        assertThat(ended().get("outcome").asString()).isEqualTo("voicemail");
    }

    @Test
    void a_private_voicemail_that_never_presses_1_does_not_swallow_the_call() {
        outside.answers(
                DANAS_MOBILE,
                "<Say>You have reached my private mailbox, speak after the tone.</Say><Pause length='40'/>");
        call(danasNumber(), "<Pause length='25'/>" + speaking("It is Eleanor Vance."));

        assertThat(voicemail().at("/transcript/text").asString()).containsIgnoringCase("eleanor");
        assertThat(ended().get("answeredAt").isNull()).isTrue();
    }

    @Test
    void silence_in_the_menu_and_at_the_receptionist_is_asked_about_and_then_rings_the_front_desk() {
        outside.answers(
                FRONT_DESK_PHONE,
                "<Pause length='9'/><Play digits='1'/><Pause length='3'/><Say>Front desk</Say><Pause length='2'/>");
        callMain("<Pause length='120'/>");

        var call = ended();
        assertThat(call.at("/extension/name").asString()).isEqualTo("Front Desk");
        assertThat(steps(call))
                .containsSubsequence(
                        "In the menu",
                        "Hearing the menu again",
                        "Hearing the menu again",
                        "Talking to the receptionist",
                        "Said nothing to the receptionist",
                        "Ringing Front Desk");
    }

    @Test
    void a_wrong_extension_is_said_and_the_menu_comes_again() {
        String sid = callMain(
                "<Pause length='3'/><Play digits='199'/><Pause length='8'/><Play digits='105'/><Pause length='25'/>");

        var call = ended();
        assertThat(outside.story(sid)).anyMatch(line -> line.contains("There is no extension 1 9 9"));
        assertThat(steps(call)).contains("Pressed 199, hearing the menu again", "Leaving a message for Hannah Brooks");
    }

    @Test
    void a_caller_who_hangs_up_at_the_tone_leaves_no_empty_voicemail() {
        call(hannahsNumber(), "<Pause length='13'/>");

        assertThat(ended().get("outcome").asString()).isEqualTo("missed");
        await().during(Duration.ofSeconds(2)).until(() -> voicemails().isEmpty());
    }

    @Test
    void a_caller_who_gives_up_in_the_menu_is_abandoned_not_missed() {
        callMain("<Pause length='2'/>");

        assertThat(ended().get("outcome").asString()).isEqualTo("abandoned");
    }

    /** Somebody who talks before the tone and long after it, so that the message has words whenever the tone comes. */
    private static String speaking(String sentence) {
        return "<Say loop='12'>" + sentence + "</Say>";
    }

    private String callMain(String script) {
        return call(Outside.MAIN_NUMBER, script);
    }

    private String call(String to, String script) {
        return outside.call(caller, to, script);
    }

    private String danasNumber() {
        return company.extension("101").get("number").asString();
    }

    private String hannahsNumber() {
        return company.extension("105").get("number").asString();
    }

    /** The caller's call, once it is over, with its steps. */
    private JsonNode ended() {
        var call = await().until(
                        this::call,
                        found -> !found.isEmpty()
                                && !found.getFirst().get("live").asBoolean());
        return company.get("/api/calls/" + call.getFirst().get("id").asString()).body();
    }

    private List<JsonNode> call() {
        return ofCaller("/api/calls?limit=200");
    }

    /** The caller's message, once its sound and its words are here. */
    private JsonNode voicemail() {
        return await().until(
                        this::voicemails,
                        found -> found.stream()
                                .anyMatch(item -> item.get("state").asString().equals("stored")
                                        && !item.at("/transcript/status")
                                                .asString()
                                                .equals("pending")))
                .getFirst();
    }

    private List<JsonNode> voicemails() {
        return ofCaller("/api/voicemails?limit=200");
    }

    private List<JsonNode> ofCaller(String path) {
        return company.get(path)
                .body()
                .get("items")
                .valueStream()
                .filter(item -> item.path("from").asString("").equals(caller))
                .toList();
    }

    private static List<String> steps(JsonNode call) {
        return call.get("steps")
                .valueStream()
                .map(step -> step.get("text").asString())
                .toList();
    }
}
