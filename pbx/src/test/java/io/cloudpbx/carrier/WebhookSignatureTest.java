package io.cloudpbx.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of twilio.md section 4, token 12345. */
class WebhookSignatureTest {
    private static final Map<String, String> FORM = Map.of(
            "Digits", "1234",
            "CallSid", "CA1234567890ABCDE",
            "To", "+18005551212",
            "Caller", "+14158675309",
            "From", "+14158675309");

    private final WebhookSignature signature = new WebhookSignature("12345");

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com:80/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU="
    })
    void signs_as_twilio_signs(String url, String expected) {
        assertThat(signature.sign(url, FORM)).isEqualTo(expected);
        assertThat(signature.matches(expected, url, FORM)).isTrue();
    }

    @Test
    void a_web_socket_is_signed_by_its_url_alone() {
        assertThat(signature.sign("wss://example.com/relay", Map.of())).isEqualTo("mbNFdPBlYbXhXfiw/E6CoJbYji0=");
        String withPort = signature.sign("wss://example.com:443/relay", Map.of());
        assertThat(signature.matches(withPort, "wss://example.com/relay", Map.of()))
                .isTrue();
    }

    @Test
    void a_url_signed_with_its_standard_port_is_valid_without_it() {
        assertThat(signature.matches(
                        "kvajT1Ptam85bY51eRf/AJRuM3w=", "https://mycompany.com/myapp.php?foo=1&bar=2", FORM))
                .isTrue();
    }

    @Test
    void a_query_with_encoded_characters_survives_the_port_that_is_added() {
        assertThat(signature.sign("https://example.com/gather?tenant=a%2Bb", Map.of("Digits", "1")))
                .isEqualTo("3LNg+xmgmEa1v78PVNEChHrJ3tA=");
        String withPort = signature.sign("https://example.com:443/gather?tenant=a%2Bb", Map.of("Digits", "1"));
        assertThat(signature.matches(withPort, "https://example.com/gather?tenant=a%2Bb", Map.of("Digits", "1")))
                .isTrue();
    }

    @Test
    void empty_values_and_every_script_count() {
        var form = WebhookBody.parse(
                        "CallSid=CA1&Empty=&Body=%C3%B1+%E2%82%AC+%F0%9F%98%80".getBytes(StandardCharsets.US_ASCII))
                .orElseThrow();
        assertThat(signature.matches("qILhZrqYL3qwPtRBYQYa3Bh0yPI=", "http://127.0.0.1:8080/voice", form))
                .isTrue();
    }

    @Test
    void anything_else_is_refused() {
        String url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        String right = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
        assertThat(signature.matches(null, url, FORM)).isFalse();
        assertThat(signature.matches("", url, FORM)).isFalse();
        assertThat(signature.matches(right, url.replace("bar=2", "bar=3"), FORM))
                .isFalse();
        assertThat(signature.matches(right, url.replace("https", "http"), FORM)).isFalse();
        assertThat(signature.matches(right, url, Map.of("Digits", "1234"))).isFalse();
        assertThat(new WebhookSignature("12346").matches(right, url, FORM)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=%ZZ", "a=%4", "a=%FF", "=1", "a=é"})
    void a_form_that_cannot_be_read_one_way_only_is_no_form(String body) {
        assertThat(WebhookBody.parse(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
