package io.cloudpbx.sandbox.handset;

import static io.cloudpbx.sandbox.client.CustomerServer.twiml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudpbx.sandbox.Sandbox;
import io.cloudpbx.sandbox.SandboxSettings;
import io.cloudpbx.sandbox.audio.Pcm;
import io.cloudpbx.sandbox.audio.Speech;
import io.cloudpbx.sandbox.audio.Wav;
import io.cloudpbx.sandbox.call.Alignment;
import io.cloudpbx.sandbox.client.CustomerServer;
import io.cloudpbx.sandbox.client.Rest;
import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Recording;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People at browser phones, over the socket that the page uses. */
class PhoneTest {
    private static final String BUSINESS = "+18005550199";
    private static final String MARIA = "+14155550148";
    private static final String ROSSI = "+14155550191";

    private static final String LONG_PROMPT =
            "Press one for this and that. ".repeat(20).strip();

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.inMemory(20));
    private final CustomerServer pbx = new CustomerServer();

    @BeforeEach
    void buyNumber() {
        Rest.as(sandbox.baseUrl(), Account.BUSINESS_SID)
                .post(
                        "IncomingPhoneNumbers.json",
                        "PhoneNumber",
                        BUSINESS,
                        "FriendlyName",
                        "Main number",
                        "VoiceUrl",
                        pbx.url("/in"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        pbx.close();
    }

    private void business(String verbs) {
        pbx.on("/in", twiml("<Response>" + verbs + "</Response>"));
    }

    private Page phone(String number) {
        Page page = new Page(sandbox.baseUrl(), number);
        page.await("ready");
        return page;
    }

    /** Dials and returns the call's SID once it is connected. */
    private static String dial(Page page, String number) {
        page.send("{'type':'dial','to':'" + number + "'}");
        return page.awaitState("connected").get("call").asString();
    }

    private static void send(Page page, String call, String type, String more) {
        page.send("{'type':'" + type + "','call':'" + call + "'" + more + "}");
    }

    @Test
    void a_page_learns_who_it_is_and_how_fast_time_passes() {
        JsonNode ready = new Page(sandbox.baseUrl(), MARIA).await("ready");

        assertThat(ready.get("number").asString()).isEqualTo(MARIA);
        assertThat(ready.get("speed").asDouble()).isEqualTo(20);
        assertThat(ready.get("call").isNull()).isTrue();
    }

    @Test
    void a_person_calls_hears_the_menu_presses_a_key_and_is_told_how_it_ended() {
        business("<Gather numDigits=\"1\" action=\"/menu\" timeout=\"60\"><Say>" + LONG_PROMPT + "</Say></Gather>");
        pbx.on("/menu", twiml("<Response><Say>Thank you.</Say></Response>"));
        Page maria = phone(MARIA);

        String call = dial(maria, "(800) 555-0199");
        JsonNode prompt = maria.await("prompt");
        send(maria, call, "digits", ",'digits':'1'");

        assertThat(maria.awaitState("dialing").get("withName").asString()).isEqualTo("Main number");
        assertThat(maria.awaitState("ringing").get("with").asString()).isEqualTo(BUSINESS);
        assertThat(prompt.get("kind").asString()).isEqualTo("say");
        assertThat(prompt.get("text").asString()).isEqualTo(LONG_PROMPT);
        maria.await("promptCut", cut -> cut.get("id").equals(prompt.get("id")));
        JsonNode thanks =
                maria.await("prompt", said -> said.get("text").asString().equals("Thank you."));
        send(maria, call, "promptFinished", ",'id':'" + thanks.get("id").asString() + "'");
        assertThat(maria.awaitState("ended").get("reason").asString()).isEqualTo("completed");
        assertThat(maria.await("hood", seen -> seen.get("kind").asString().equals("request"))
                        .get("body")
                        .get("To")
                        .asString())
                .isEqualTo(BUSINESS);
        maria.await(
                "hood",
                seen -> seen.get("kind").asString().equals("twiml")
                        && seen.get("body").asString().contains("<Gather"));
    }

    @Test
    void what_is_spoken_into_the_microphone_is_what_is_recorded() {
        business("<Record action=\"/done\" timeout=\"20\" transcribe=\"true\"/>");
        pbx.on("/done", twiml("<Response/>"));
        Page maria = phone(MARIA);
        short[] words =
                Speech.builtIn().say("This is what I say into my microphone today, and it is rather long.", "en-US");

        dial(maria, BUSINESS);
        maria.await("recording", started -> started.get("state").asString().equals("started"));
        speakAtRealPace(maria, words);

        maria.awaitState("ended");
        await().until(() -> !sandbox.state().transcriptions().isEmpty());
        Recording recording = sandbox.state().recordings().getFirst();
        short[] recorded = Wav.read(sandbox.state().media(recording.sid()).orElseThrow());
        assertThat(Alignment.of(words, recorded).correlation()).isGreaterThan(0.95);
        await().untilAsserted(() -> assertThat(
                        sandbox.state().transcriptions().getFirst().status().text())
                .isEqualTo("failed"));
    }

    private static void speakAtRealPace(Page page, short[] samples) {
        int chunk = Pcm.RATE / 10;
        long next = System.nanoTime();
        for (int i = 0; i < samples.length; i += chunk) {
            page.speak(Arrays.copyOfRange(samples, i, Math.min(samples.length, i + chunk)));
            next += Duration.ofMillis(100).toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    @Test
    void typed_words_are_spoken_into_the_call_and_known() {
        business("<Gather input=\"speech\" action=\"/said\" timeout=\"60\" speechTimeout=\"1\"/>");
        pbx.on("/said", twiml("<Response><Hangup/></Response>"));
        Page maria = phone(MARIA);

        String call = dial(maria, BUSINESS);
        send(maria, call, "say", ",'text':'I need an electrician'");
        maria.awaitState("ended");

        assertThat(pbx.asked)
                .last()
                .satisfies(asked -> assertThat(asked.form()).containsEntry("SpeechResult", "I need an electrician"));
    }

    @Test
    void a_phone_rings_is_answered_screened_and_connected_and_both_hear_each_other() {
        business("<Dial answerOnBridge=\"true\" timeout=\"600\"><Number url=\"/screen\">" + ROSSI + "</Number></Dial>");
        pbx.on(
                        "/screen",
                        twiml(
                                "<Response><Gather numDigits=\"1\" action=\"/accept\" timeout=\"600\"/><Hangup/></Response>"))
                .on("/accept", twiml("<Response/>"));
        Page rossi = phone(ROSSI);
        Page maria = phone(MARIA);

        maria.send("{'type':'dial','to':'" + BUSINESS + "'}");
        JsonNode incoming = rossi.await("incoming");
        String rossisCall = incoming.get("call").asString();
        send(rossi, rossisCall, "answer", "");
        rossi.awaitState("connected");
        await().until(() -> pbx.asked.stream().anyMatch(asked -> asked.target().equals("/screen")));
        send(rossi, rossisCall, "digits", ",'digits':'1'");
        String mariasCall = maria.awaitState("connected").get("call").asString();
        send(maria, mariasCall, "say", ",'text':'Hello Mr Rossi'");
        send(rossi, rossisCall, "say", ",'text':'Good morning'");

        assertThat(incoming.get("fromDisplay").asString()).isEqualTo("Maria Santos");
        assertThat(rossi.await("heard").get("text").asString()).isEqualTo("Hello Mr Rossi");
        assertThat(maria.await("heard").get("text").asString()).isEqualTo("Good morning");
        await().untilAsserted(() -> assertThat(rossi.heard().length).isGreaterThan(Pcm.RATE / 2));
        send(maria, mariasCall, "digits", ",'digits':'5'");
        assertThat(rossi.await("keypad").get("digits").asString()).isEqualTo("5");
        send(rossi, rossisCall, "hangup", "");
        assertThat(rossi.awaitState("ended").get("reason").asString()).isEqualTo("completed");
        assertThat(maria.awaitState("ended").get("reason").asString()).isEqualTo("completed");
    }

    @Test
    void a_caller_who_is_connected_hears_ringing_until_the_other_takes_the_call() {
        business("<Say>Hi</Say><Dial timeout=\"600\">" + ROSSI + "</Dial>");
        Page rossi = phone(ROSSI);
        Page maria = phone(MARIA);

        String call = dial(maria, BUSINESS);
        send(
                maria,
                call,
                "promptFinished",
                ",'id':'" + maria.await("prompt").get("id").asString() + "'");
        maria.await("ringback", tone -> tone.get("on").asBoolean());
        maria.drop();
        Page again = new Page(sandbox.baseUrl(), MARIA);
        JsonNode ongoing = again.await("ready").get("call");
        send(rossi, rossi.await("incoming").get("call").asString(), "answer", "");

        assertThat(ongoing.get("ringback").asBoolean()).isTrue();
        again.await("ringback", tone -> !tone.get("on").asBoolean());
    }

    @Test
    void where_nothing_rings_nothing_is_heard_ringing() {
        business("<Say>Hi</Say><Dial>" + ROSSI + "</Dial><Say>Busy.</Say>");
        Page rossi = phone(ROSSI);
        rossi.send("{'type':'dial','to':'+14155550192'}");
        rossi.awaitState("ringing");
        Page maria = phone(MARIA);

        String call = dial(maria, BUSINESS);
        send(
                maria,
                call,
                "promptFinished",
                ",'id':'" + maria.await("prompt").get("id").asString() + "'");
        maria.await("prompt", said -> said.get("text").asString().equals("Busy."));

        assertThat(maria.messages("ringback")).isEmpty();
    }

    @Test
    void who_sits_down_at_a_phone_that_rings_is_rung() {
        business("<Dial timeout=\"600\">" + ROSSI + "</Dial>");
        Page maria = phone(MARIA);
        dial(maria, BUSINESS);

        Page rossi = phone(ROSSI);

        assertThat(rossi.await("incoming").get("from").asString()).isEqualTo(MARIA);
    }

    @Test
    void a_declined_call_is_busy_for_the_business() {
        business("<Dial action=\"/after\" timeout=\"600\">" + ROSSI + "</Dial>");
        pbx.on("/after", twiml("<Response/>"));
        Page rossi = phone(ROSSI);
        Page maria = phone(MARIA);

        maria.send("{'type':'dial','to':'" + BUSINESS + "'}");
        send(rossi, rossi.await("incoming").get("call").asString(), "decline", "");

        assertThat(rossi.awaitState("ended").get("reason").asString()).isEqualTo("declined");
        maria.awaitState("ended");
        assertThat(pbx.asked)
                .last()
                .satisfies(asked -> assertThat(asked.form()).containsEntry("DialCallStatus", "busy"));
    }

    @Test
    void a_newer_page_takes_the_number_over() {
        Page older = phone(MARIA);

        phone(MARIA);

        older.await("replaced");
        assertThat(older.closeCode()).isEqualTo(1000);
    }

    @Test
    void a_page_that_comes_back_within_ten_seconds_finds_its_call() {
        business("<Say>Hi</Say><Pause length=\"3000\"/>");
        Page maria = phone(MARIA);
        String call = dial(maria, BUSINESS);

        maria.drop();
        Page again = new Page(sandbox.baseUrl(), MARIA);

        JsonNode ongoing = again.await("ready").get("call");
        assertThat(ongoing.get("call").asString()).isEqualTo(call);
        assertThat(ongoing.get("state").asString()).isEqualTo("connected");
        send(again, call, "hangup", "");
        again.awaitState("ended");
    }

    @Test
    void what_cannot_be_dialled_or_understood_is_a_problem_in_words() {
        Page maria = phone(MARIA);

        maria.send("{'type':'dial','to':'reception'}");
        maria.await("problem", said -> said.get("message").asString().contains("not a phone number"));
        maria.send("{'type':'dance'}");
        maria.await("problem", said -> said.get("message").asString().contains("unknown"));
        maria.send("nonsense");
    }

    @Test
    void a_business_that_rejects_is_told_as_rejected_and_one_without_webhook_as_failed() {
        business("<Reject/>");
        Page maria = phone(MARIA);
        maria.send("{'type':'dial','to':'" + BUSINESS + "'}");
        assertThat(maria.awaitState("ended").get("reason").asString()).isEqualTo("rejected");
    }

    @Test
    void a_call_between_two_phones_outside_needs_no_business() {
        Page rossi = phone(ROSSI);
        Page maria = phone(MARIA);

        maria.send("{'type':'dial','to':'" + ROSSI + "'}");
        send(rossi, rossi.await("incoming").get("call").asString(), "answer", "");

        maria.awaitState("connected");
    }
}
