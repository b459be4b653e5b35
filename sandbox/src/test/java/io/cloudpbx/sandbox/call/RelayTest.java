package io.cloudpbx.sandbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.ConversationRelay;
import com.twilio.twiml.voice.Parameter;
import io.cloudpbx.sandbox.state.Account;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code <ConversationRelay>}: how a session runs ({@code twilio.md} sections 4 and 10, E5). */
class RelayTest extends RelayCallTest {
    @Test
    void the_setup_has_exactly_the_documented_fields() {
        relay("", "<Parameter name=\"token\" value=\"t-1\"/>");
        server.on("setup", (message, ctx) -> end(ctx));

        caller(LISTENS);

        JsonNode setup = only("setup");
        assertThat(setup.propertyNames())
                .containsExactlyInAnyOrder(
                        ("type sessionId accountSid callSid parentCallSid from to forwardedFrom callType callerName "
                                        + "direction callStatus customParameters")
                                .split(" "));
        assertThat(setup.path("sessionId").asString()).matches("VX[0-9a-f]{32}");
        assertThat(setup.path("accountSid").asString()).isEqualTo(Account.BUSINESS_SID);
        assertThat(setup.path("callSid").asString())
                .isEqualTo(carrier.businessLeg().sid());
        assertThat(setup.path("from").asString()).isEqualTo(Carrier.CALLER);
        assertThat(setup.path("to").asString()).isEqualTo(Carrier.BUSINESS);
        assertThat(setup.path("callType").asString()).isEqualTo("PSTN");
        assertThat(setup.path("direction").asString()).isEqualTo("inbound");
        assertThat(setup.path("callStatus").asString()).isEqualTo("RINGING");
        assertThat(setup.path("customParameters").path("token").asString()).isEqualTo("t-1");
    }

    @Test
    void the_upgrade_is_signed_over_the_url_section_4_item_5() {
        relay("");
        server.on("setup", (message, ctx) -> end(ctx));

        caller(LISTENS);

        String signature = server.upgrades.getFirst().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("x-twilio-signature"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(new RequestValidator("sandbox").validate(server.url(), Map.of(), signature))
                .isTrue();
    }

    @Test
    void a_conversation_prompts_are_what_the_caller_said_and_tokens_are_spoken() {
        relay("welcomeGreeting=\"Good morning, how can I help?\"");
        server.on("prompt", (prompt, ctx) -> {
            for (String token : List.of("We open", " at nine. ", "Anything", " else?")) {
                text(ctx, token, false);
            }
            text(ctx, "", true);
        });

        caller("<Pause length=\"6\"/><Say>When do you open?</Say>" + LISTENS);

        assertThat(server.types()).containsExactly("setup", "prompt");
        assertThat(only("prompt").toString())
                .isEqualTo(
                        "{\"type\":\"prompt\",\"voicePrompt\":\"When do you open?\",\"lang\":\"en-US\",\"last\":true}");
        assertThat(carrier.story("heard"))
                .containsExactly(
                        "caller heard Good morning, how can I help?",
                        "business heard When do you open?",
                        "caller heard We open at nine.",
                        "caller heard Anything else?");
    }

    @Test
    void a_caller_who_speaks_meanwhile_interrupts_and_the_server_learns_what_had_been_heard() {
        relay("");
        server.says("setup", TALE);

        caller("<Pause length=\"2\"/><Say>Stop, please.</Say>" + LISTENS);

        JsonNode interrupt = only("interrupt");
        String heard = interrupt.path("utteranceUntilInterrupt").asString();
        assertThat(heard).startsWith("Life is").isNotEqualTo(TALE);
        assertThat(TALE).startsWith(heard);
        assertThat(interrupt.path("durationUntilInterruptMs").asLong()).isBetween(1_000L, 2_100L);
        assertThat(server.types()).containsExactly("setup", "interrupt", "prompt");
        assertThat(only("prompt").path("voicePrompt").asString()).isEqualTo("Stop, please.");
        assertThat(carrier.story("heard")).contains("caller heard " + heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "dtmf", "false"})
    void what_may_not_be_interrupted_is_heard_to_the_end_and_input_is_not_reported_by_default(String interruptible) {
        relay("interruptible=\"" + interruptible + "\"");
        server.says("setup", TALE);

        caller("<Pause length=\"2\"/><Say>Stop, please.</Say>" + LISTENS);

        assertThat(server.types()).containsExactly("setup");
        assertThat(carrier.story("heard")).contains("caller heard " + TALE);
    }

    @Test
    void input_during_speech_is_reported_when_that_is_asked_for() {
        relay("interruptible=\"none\" reportInputDuringAgentSpeech=\"any\" dtmfDetection=\"true\"");
        server.says("setup", TALE);

        caller("<Pause length=\"2\"/><Play digits=\"5\"/><Say>Stop, please.</Say>" + LISTENS);

        assertThat(server.types()).containsExactly("setup", "dtmf", "prompt");
    }

    @Test
    void a_message_may_forbid_its_own_interruption() {
        relay("");
        server.on(
                "setup",
                (message, ctx) -> ctx.send(
                        "{\"type\":\"text\",\"token\":\"" + TALE + "\",\"last\":true,\"interruptible\":false}"));

        caller("<Pause length=\"2\"/><Say>Stop, please.</Say>" + LISTENS);

        assertThat(server.types()).containsExactly("setup");
    }

    @Test
    void keys_are_told_only_with_dtmf_detection() {
        relay("");
        caller("<Pause length=\"1\"/><Play digits=\"1\"/><Pause length=\"2\"/>");
        assertThat(server.types()).containsExactly("setup");

        relay("dtmfDetection=\"true\"");
        caller("<Pause length=\"1\"/><Play digits=\"4#\"/><Pause length=\"2\"/>");
        assertThat(server.received("dtmf"))
                .extracting(key -> key.path("digit").asString())
                .containsExactly("4", "#");
    }

    @Test
    void a_key_interrupts_what_a_key_may_interrupt() {
        relay("interruptible=\"dtmf\" dtmfDetection=\"true\"");
        server.says("setup", TALE);

        caller("<Pause length=\"2\"/><Play digits=\"0\"/>" + LISTENS);

        assertThat(server.types()).containsExactly("setup", "interrupt", "dtmf");
    }

    @Test
    void the_greeting_has_a_rule_of_its_own() {
        relay("welcomeGreeting=\"" + TALE + "\" welcomeGreetingInterruptible=\"none\"");

        caller("<Pause length=\"2\"/><Say>Hello?</Say>" + LISTENS);

        assertThat(server.types()).containsExactly("setup");
        assertThat(carrier.story("heard")).contains("caller heard " + TALE);
    }

    @Test
    void what_is_preemptible_gives_way_to_the_next_talk_and_what_is_not_is_heard_first() {
        relay("preemptible=\"true\"");
        server.on("setup", (message, ctx) -> {
            text(ctx, TALE, true);
            text(ctx, "Something new.", true);
        });
        caller("<Pause length=\"9\"/>");
        assertThat(carrier.story("heard")).last().isEqualTo("caller heard Something new.");
        assertThat(carrier.story("heard")).doesNotContain("caller heard " + TALE);

        relay("");
        caller("<Pause length=\"12\"/>");
        assertThat(carrier.story("heard")).containsExactly("caller heard " + TALE, "caller heard Something new.");
    }

    @Test
    void partial_prompts_come_while_the_caller_speaks() {
        relay("partialPrompts=\"true\"");

        caller("<Say>I would like to speak to somebody about the invoice of last month, please.</Say>" + LISTENS);

        List<JsonNode> prompts = server.received("prompt");
        assertThat(prompts).hasSizeGreaterThan(2);
        assertThat(prompts)
                .extracting(prompt -> prompt.path("last").asBoolean())
                .startsWith(false)
                .endsWith(true);
        String whole = prompts.getLast().path("voicePrompt").asString();
        assertThat(whole).endsWith("please.");
        assertThat(prompts)
                .allSatisfy(prompt ->
                        assertThat(whole).startsWith(prompt.path("voicePrompt").asString()));
    }

    @Test
    void the_language_of_what_is_said_and_understood_can_change() {
        relay("");
        server.on(
                "setup",
                (m, ctx) -> ctx.send(
                        "{\"type\":\"language\",\"ttsLanguage\":\"es-ES\",\"transcriptionLanguage\":\"es-ES\"}"));

        caller("<Pause length=\"3\"/><Say language=\"es-ES\">Buenos días</Say>" + LISTENS);

        assertThat(only("prompt").path("lang").asString()).isEqualTo("es-ES");
    }

    @Test
    void digits_are_pressed_towards_the_caller() {
        relay("");
        server.on("setup", (m, ctx) -> ctx.send("{\"type\":\"sendDigits\",\"digits\":\"12w#\"}"));

        caller("<Gather numDigits=\"3\" finishOnKey=\"\" action=\"" + customer.url("/typed") + "\"/>");

        assertThat(asked("/typed").get("Digits")).isEqualTo("12#");
    }

    @Test
    void info_messages_come_only_on_request() {
        relay("debug=\"speaker-events tokens-played\"");
        server.says("setup", "Good morning.");

        caller("<Pause length=\"5\"/>");

        assertThat(server.received("info"))
                .extracting(info ->
                        info.path("name").asString() + " " + info.path("value").asString())
                .containsExactly("agentSpeaking on", "tokensPlayed Good morning.", "agentSpeaking off");
    }

    @Test
    void the_official_library_writes_what_is_understood() {
        String twiml = new VoiceResponse.Builder()
                .connect(new Connect.Builder()
                        .action(customer.url("/after"))
                        .conversationRelay(new ConversationRelay.Builder()
                                .url(server.url())
                                .welcomeGreeting("Hello there.")
                                .dtmfDetection(true)
                                .parameter(new Parameter.Builder()
                                        .name("tenant")
                                        .value("one")
                                        .build())
                                .build())
                        .build())
                .build()
                .toXml();
        customer.answer("/in", request -> CustomerServer.Answer.xml(twiml));

        caller("<Pause length=\"4\"/><Play digits=\"7\"/><Pause length=\"2\"/>");

        assertThat(server.types()).containsExactly("setup", "dtmf");
        assertThat(only("setup").path("customParameters").path("tenant").asString())
                .isEqualTo("one");
        assertThat(carrier.errorCodes()).isEmpty();
    }

    @Test
    void the_builders_lower_case_attributes_are_unknown_to_the_carrier_section_21_item_8() {
        relay("ignorebackchannel=\"true\"");
        server.on("setup", (m, ctx) -> end(ctx));

        caller(LISTENS);

        assertThat(carrier.errorCodes()).containsExactly(12200);
    }
}
