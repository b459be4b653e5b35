package io.cloudpbx.hooks.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningSecretTest {
    /** The example that the libraries of Standard Webhooks are tested with. */
    @Test
    void a_request_is_signed_as_standard_webhooks_has_it() {
        var secret = SigningSecret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(SigningSecret.header(
                        List.of(secret),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void of_two_valid_secrets_each_signs() {
        var fresh = SigningSecret.fresh();
        var old = SigningSecret.fresh();
        Instant now = Instant.now();

        assertThat(SigningSecret.header(List.of(fresh, old), "msg_1", now, "{}"))
                .isEqualTo("v1,%s v1,%s"
                        .formatted(fresh.signature("msg_1", now, "{}"), old.signature("msg_1", now, "{}")));
    }

    @Test
    void it_is_told_with_its_prefix_never_twice_the_same_and_not_printed() {
        var secret = SigningSecret.fresh();

        assertThat(secret.text()).startsWith("whsec_").hasSize(6 + 44);
        assertThat(SigningSecret.fresh()).isNotEqualTo(secret);
        assertThat(SigningSecret.of(secret.key())).isEqualTo(secret);
        assertThat(secret).hasToString("****");
    }
}
