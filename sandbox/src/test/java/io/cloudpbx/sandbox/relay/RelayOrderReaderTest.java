package io.cloudpbx.sandbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.relay.RelayOrder.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message of a customer's server is checked against the table of {@code twilio.md} section 10.2 (E5). */
class RelayOrderReaderTest {
    private static final Manner DEFAULT = new Manner(null, null);

    @Test
    void last_is_false_unless_said_and_an_empty_token_is_a_token() {
        assertThat(RelayOrderReader.read("{\"type\":\"text\",\"token\":\"\"}"))
                .isEqualTo(new RelayOrder.Text("", false, null, DEFAULT));
        assertThat(
                        RelayOrderReader.read(
                                "{\"type\":\"text\",\"token\":\"Hola\",\"last\":true,\"lang\":\"es-ES\",\"interruptible\":false,\"preemptible\":true}"))
                .isEqualTo(new RelayOrder.Text("Hola", true, "es-ES", new Manner(false, true)));
    }

    @Test
    void a_sound_is_played_once_and_zero_means_a_thousand_times() {
        assertThat(RelayOrderReader.read("{\"type\":\"play\",\"source\":\"https://example.com/a.wav\"}"))
                .isEqualTo(new RelayOrder.Play("https://example.com/a.wav", 1, DEFAULT));
        assertThat(RelayOrderReader.read("{\"type\":\"play\",\"source\":\"https://example.com/a.wav\",\"loop\":0}"))
                .isEqualTo(new RelayOrder.Play("https://example.com/a.wav", 1000, DEFAULT));
    }

    @Test
    void digits_language_and_end() {
        assertThat(RelayOrderReader.read("{\"type\":\"sendDigits\",\"digits\":\"0w9#*\"}"))
                .isEqualTo(new RelayOrder.SendDigits("0w9#*"));
        assertThat(RelayOrderReader.read("{\"type\":\"language\",\"ttsLanguage\":\"sv-SE\"}"))
                .isEqualTo(new RelayOrder.Language("sv-SE", null));
        assertThat(RelayOrderReader.read("{\"type\":\"end\"}")).isEqualTo(new RelayOrder.End(null));
        assertThat(RelayOrderReader.read("{\"type\":\"end\",\"handoffData\":\"{}\"}"))
                .isEqualTo(new RelayOrder.End("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "",
                "[]",
                "{\"type\":\"speak\"}",
                "{\"type\":7}",
                "{\"type\":\"text\"}",
                "{\"type\":\"text\",\"token\":null}",
                "{\"type\":\"text\",\"token\":\"a\",\"last\":\"true\"}",
                "{\"type\":\"text\",\"token\":\"a\",\"interruptible\":\"any\"}",
                "{\"type\":\"end\",\"handoffData\":{\"a\":1}}",
                "{\"type\":\"play\"}",
                "{\"type\":\"play\",\"source\":\"tune.wav\"}",
                "{\"type\":\"play\",\"source\":\"http://127.0.0.1/t.wav\",\"loop\":-1}",
                "{\"type\":\"sendDigits\",\"digits\":\"12x\"}",
                "{\"type\":\"sendDigits\",\"digits\":\"\"}",
                "{\"type\":\"language\"}",
                "{\"type\":\"language\",\"ttsLanguage\":\"very long\"}"
            })
    void what_the_table_does_not_know_is_invalid_64107(String message) {
        assertThat(RelayOrderReader.read(message)).isInstanceOf(RelayOrder.Invalid.class);
    }

    @Test
    void a_long_invalid_message_is_quoted_in_part() {
        RelayOrder.Invalid invalid = (RelayOrder.Invalid) RelayOrderReader.read("x".repeat(10_000));

        assertThat(invalid.message()).hasSizeLessThan(300);
    }
}
