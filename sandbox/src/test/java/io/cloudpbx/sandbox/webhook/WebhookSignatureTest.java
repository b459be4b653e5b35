package io.cloudpbx.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of {@code twilio.md} section 4, token {@code 12345}. */
class WebhookSignatureTest {
    private static final String TOKEN = "12345";
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static final Map<String, String> CALL = Map.of(
            "Digits", "1234",
            "CallSid", "CA1234567890ABCDE",
            "To", "+18005551212",
            "Caller", "+14158675309",
            "From", "+14158675309");

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2,     RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com:80/myapp.php?foo=1&bar=2,   0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
    })
    void a_form_is_signed_over_url_and_sorted_parameters(String url, String signature) {
        assertThat(WebhookSignature.of(TOKEN, url, CALL)).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource({
        "'', zYQTYrRWXE7LtzbG4PfP7/bkkGo=",
        "&bodySHA256=" + HASH + ", a9nBmqA0ju/hNViExpshrM61xv4=",
    })
    void without_a_form_only_the_url_is_signed(String suffix, String signature) {
        assertThat(WebhookSignature.of(TOKEN, URL + suffix, Map.of())).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?bodySHA256=" + HASH + ", y77kIzt2vzLz71DgmJGsen2scGs=",
        "wss://example.com/relay, mbNFdPBlYbXhXfiw/E6CoJbYji0=",
        "https://example.com/j?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862,"
                + " 6GDIxue6P6vEr2mLx8Gq5cr0sCg=",
    })
    void other_bodies_are_signed_by_their_hash_in_the_url(String url, String signature) {
        assertThat(WebhookSignature.of(TOKEN, url, Map.of())).isEqualTo(signature);
    }

    @Test
    void empty_values_and_every_script_count() {
        assertThat(WebhookSignature.of(
                        TOKEN, "http://127.0.0.1:8080/voice", Map.of("CallSid", "CA1", "Empty", "", "Body", "ñ € 😀")))
                .isEqualTo("qILhZrqYL3qwPtRBYQYa3Bh0yPI=");
    }

    @Test
    void the_query_stays_encoded_as_it_was_configured() {
        assertThat(WebhookSignature.of(TOKEN, "https://example.com/gather?tenant=a%2Bb", Map.of("Digits", "1")))
                .isEqualTo("3LNg+xmgmEa1v78PVNEChHrJ3tA=");
    }

    @Test
    void the_fragment_is_not_signed() {
        assertThat(WebhookSignature.of(TOKEN, URL + "#rc=2&rt=500", CALL)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void the_official_validator_accepts_it() {
        RequestValidator validator = new RequestValidator(TOKEN);

        assertThat(validator.validate(URL, CALL, WebhookSignature.of(TOKEN, URL, CALL)))
                .isTrue();
        assertThat(validator.validate(URL, CALL, WebhookSignature.of("54321", URL, CALL)))
                .isFalse();
    }
}
