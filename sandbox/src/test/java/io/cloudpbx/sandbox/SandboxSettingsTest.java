package io.cloudpbx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxSettingsTest {
    @Test
    void an_empty_environment_is_enough() {
        assertThat(SandboxSettings.from(Map.of()))
                .isEqualTo(new SandboxSettings(8090, Path.of("data/sandbox"), 1, List.of(), Duration.ofSeconds(15)));
    }

    @Test
    void everything_can_be_set() {
        assertThat(SandboxSettings.from(Map.of(
                        "CLOUDPBX_SANDBOX_PORT", "9090",
                        "CLOUDPBX_DATA", "/tmp/elsewhere",
                        "CLOUDPBX_SANDBOX_SPEED", "12.5",
                        "CLOUDPBX_SANDBOX_FRAMED_BY", "http://127.0.0.1:8080  https://pbx.example.com")))
                .isEqualTo(new SandboxSettings(
                        9090,
                        Path.of("/tmp/elsewhere/sandbox"),
                        12.5,
                        List.of("http://127.0.0.1:8080", "https://pbx.example.com"),
                        Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @CsvSource({
        "CLOUDPBX_SANDBOX_PORT, 80.5",
        "CLOUDPBX_SANDBOX_PORT, 70000",
        "CLOUDPBX_SANDBOX_SPEED, 0.5",
        "CLOUDPBX_SANDBOX_SPEED, NaN",
        "CLOUDPBX_SANDBOX_FRAMED_BY, *",
        "CLOUDPBX_SANDBOX_FRAMED_BY, http://a.example;script-src",
    })
    void a_setting_that_makes_no_sense_is_named(String name, String value) {
        assertThatThrownBy(() -> SandboxSettings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void the_ledger_is_on_disk_if_asked() {
        assertThat(SandboxSettings.from(Map.of()).ledgerOnDisk()).isFalse();
        assertThat(SandboxSettings.from(Map.of("CLOUDPBX_SANDBOX_LEDGER", "disk"))
                        .ledgerOnDisk())
                .isTrue();
        assertThatThrownBy(() -> SandboxSettings.from(Map.of("CLOUDPBX_SANDBOX_LEDGER", "paper")))
                .hasMessageContaining("CLOUDPBX_SANDBOX_LEDGER");
    }
}
