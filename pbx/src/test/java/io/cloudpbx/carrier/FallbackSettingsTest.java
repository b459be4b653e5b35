package io.cloudpbx.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.startup.CannotStart;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class FallbackSettingsTest {
    private static final String HERE = "https://phone.example.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.example.com/calls.xml",
                "files.example.com/calls.xml",
                "https:///calls.xml",
                "a file of ours",
                "ftp://127.0.0.1/calls.xml"
            })
    void what_is_no_safe_address_is_refused_with_an_example(String value) {
        assertThat(FallbackSettings.complaint("FALLBACK_URL", value, HERE))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).startsWith("FALLBACK_URL must be an https address, such as"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://phone.example.com/calls.xml, https://phone.example.com",
        "https://PHONE.example.com:8443/calls.xml, https://phone.example.com/",
        "http://localhost:8080/calls.xml, http://127.0.0.1:8080"
    })
    void a_document_on_our_own_server_is_refused(String value, String publicUrl) {
        assertThat(FallbackSettings.complaint("FALLBACK_SMS_URL", value, publicUrl))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).startsWith("FALLBACK_SMS_URL is on the server that PUBLIC_URL names"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://files.example.com/calls.xml, https://phone.example.com",
        "https://handler.example.com/twiml/EH00000000000000000000000000000001, https://phone.example.com",
        "http://127.0.0.1:9000/calls.xml, http://127.0.0.1:8080"
    })
    void a_document_elsewhere_is_taken(String value, String publicUrl) {
        assertThat(FallbackSettings.complaint("FALLBACK_URL", value, publicUrl)).isEmpty();
    }

    @Test
    void a_start_is_refused_with_all_that_is_wrong_and_not_when_nothing_is_set() {
        var environment = new MockEnvironment().withProperty("public.url", HERE).withProperty("fallback.url", " ");
        assertThatCode(() -> CarrierConfiguration.requireElsewhere(environment)).doesNotThrowAnyException();
        environment.setProperty("fallback.url", HERE + "/calls.xml");
        environment.setProperty("fallback.sms-url", "texts.xml");
        assertThatThrownBy(() -> CarrierConfiguration.requireElsewhere(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("FALLBACK_URL is on the server")
                .hasMessageContaining("FALLBACK_SMS_URL must be")
                .hasMessageContaining("docs/going-live.md");
    }

    @Test
    void numbers_are_set_to_the_documents_where_there_are_any_and_to_us_where_not() {
        var calls = URI.create("https://files.example.com/calls.xml");
        var webhooks = new NumberWebhooks(new PublicUrl(URI.create(HERE)), new FallbackSettings(calls, null));
        assertThat(webhooks.voiceFallback()).isEqualTo(new NumberWebhooks.Fallback(calls.toString(), "GET"));
        assertThat(webhooks.smsFallback()).isEqualTo(new NumberWebhooks.Fallback(HERE + "/sms/fallback", "POST"));
    }
}
