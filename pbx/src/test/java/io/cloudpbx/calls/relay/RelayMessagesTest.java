package io.cloudpbx.calls.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.relay.flow.RelayInput.Interrupt;
import io.cloudpbx.calls.relay.flow.RelayInput.Key;
import io.cloudpbx.calls.relay.flow.RelayInput.Message;
import io.cloudpbx.calls.relay.flow.RelayInput.Other;
import io.cloudpbx.calls.relay.flow.RelayInput.Prompt;
import io.cloudpbx.calls.relay.flow.RelayInput.Setup;
import io.cloudpbx.calls.relay.flow.RelayInput.TheySpeak;
import io.cloudpbx.calls.relay.flow.RelayInput.Unreadable;
import io.cloudpbx.calls.relay.flow.RelayInput.WeSpeak;
import io.cloudpbx.knowledge.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of twilio.md section 10.2. */
class RelayMessagesTest {
    private static Message read(String message) {
        return RelayMessages.read(message.replace('\'', '"'));
    }

    @Test
    void each_message_of_the_carrier_is_known() {
        assertThat(read("{'type':'setup','sessionId':'VX1','callSid':'CA1','customParameters':{'token':'t'}}"))
                .isEqualTo(new Setup("CA1", "t"));
        assertThat(read("{'type':'prompt','voicePrompt':'Hello','lang':'en-US','last':true}"))
                .isEqualTo(new Prompt("Hello"));
        assertThat(read("{'type':'prompt','voicePrompt':'Hel','lang':'en-US','last':false}"))
                .isEqualTo(new Other());
        assertThat(read("{'type':'interrupt','utteranceUntilInterrupt':'We','durationUntilInterruptMs':'460'}"))
                .isEqualTo(new Interrupt("We"));
        assertThat(read("{'type':'dtmf','digit':'#'}")).isEqualTo(new Key('#'));
        assertThat(read("{'type':'info','name':'agentSpeaking','value':'on','ts':1}"))
                .isEqualTo(new WeSpeak(true));
        assertThat(read("{'type':'info','name':'clientSpeaking','value':'off'}"))
                .isEqualTo(new TheySpeak(false));
        assertThat(read("{'type':'error','description':'Invalid message'}")).isEqualTo(new Other());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'connected'}",
                "{'type':'info','name':'tokensPlayed','value':'We'}",
                "{'type':'dtmf','digit':'11'}",
                "{'type':'dtmf'}"
            })
    void what_is_new_or_of_no_use_is_passed_over(String message) {
        assertThat(read(message)).isEqualTo(new Other());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "[]", "'setup'", "{", "{}", "{'type':7}", "null", "[[[[[[[["})
    void what_is_no_message_is_told_from_one(String message) {
        assertThat(read(message)).isEqualTo(new Unreadable());
    }

    @Test
    void a_setup_without_its_parts_has_none() {
        assertThat(read("{'type':'setup','customParameters':'none'}")).isEqualTo(new Setup("", ""));
    }

    @Test
    void our_own_are_written_as_the_carrier_reads_them() {
        assertThat(RelayMessages.text("Say \"hi\" ", false))
                .isEqualTo("{\"type\":\"text\",\"token\":\"Say \\\"hi\\\" \",\"last\":false}");
        assertThat(RelayMessages.language(Language.SPANISH))
                .isEqualTo("{\"type\":\"language\",\"ttsLanguage\":\"es-US\",\"transcriptionLanguage\":\"es-US\"}");
        assertThat(RelayMessages.end()).isEqualTo("{\"type\":\"end\",\"handoffData\":\"\"}");
    }
}
