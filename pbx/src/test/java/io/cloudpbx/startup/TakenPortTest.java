package io.cloudpbx.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class TakenPortTest {
    @Test
    void a_taken_port_is_named_with_the_setting_that_changes_it() {
        var analysis = new TakenPortAnalyzer().analyze(new RuntimeException(new PortInUseException(8080)));
        assertThat(Objects.requireNonNull(analysis).getDescription()).contains("8080", "CLOUDPBX_PORT");
    }

    @Test
    void a_refusal_of_ours_is_its_sentence_however_deep_it_lies() {
        var refusal = new CannotStart("Set PUBLIC_URL.");
        var analysis = new CannotStartAnalyzer().analyze(new IllegalStateException(new RuntimeException(refusal)));
        assertThat(Objects.requireNonNull(analysis).getDescription()).isEqualTo("Set PUBLIC_URL.");
    }
}
