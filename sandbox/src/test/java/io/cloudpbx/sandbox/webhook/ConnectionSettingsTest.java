package io.cloudpbx.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.webhook.ConnectionSettings.Trouble;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of {@code twilio.md} section 5. */
class ConnectionSettingsTest {
    private static final ConnectionSettings DEFAULTS = new ConnectionSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(15), 1, Set.of(Trouble.CONNECT));

    private static ConnectionSettings of(String fragment) {
        return ConnectionSettings.of("https://pbx.example.com/voice" + fragment, Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#section", "#e=dublin&sni=y", "#ct=99&rt=15001&tt=0&rc=6&rp=ct", "#ct=&rt=a"})
    void without_overrides_that_count_the_defaults_hold(String fragment) {
        assertThat(of(fragment)).isEqualTo(DEFAULTS);
    }

    @Test
    void each_override_counts() {
        assertThat(of("#ct=100&rt=4000&tt=12000&rc=5&rp=ct,rt,5xx"))
                .isEqualTo(new ConnectionSettings(
                        Duration.ofMillis(100),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(12),
                        5,
                        EnumSet.of(Trouble.CONNECT, Trouble.READ, Trouble.SERVER_ERROR)));
        assertThat(of("#rp=all").retryOn()).isEqualTo(EnumSet.allOf(Trouble.class));
        assertThat(of("#rp=4xx").retryOn()).containsExactly(Trouble.CLIENT_ERROR);
    }

    @Test
    void the_budget_bounds_everything() {
        ConnectionSettings settings = ConnectionSettings.of("https://pbx.example.com/#rt=9000", Duration.ofSeconds(1));

        assertThat(settings.read()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.total()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.connect()).isEqualTo(Duration.ofSeconds(1));
    }
}
