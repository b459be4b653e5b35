package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadTest {
    private final Lead lead = new Lead();

    @Test
    void a_quick_ledger_makes_it_short_after_some_time() {
        assertThat(lead.time()).isGreaterThan(Duration.ofMillis(500));

        IntStream.range(0, 50).forEach(each -> lead.took(Duration.ofMillis(5)));

        assertThat(lead.time()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void a_slow_ledger_makes_it_long_at_once() {
        lead.took(Duration.ofMillis(600));

        assertThat(lead.time()).isEqualTo(Duration.ofMillis(1_200));
    }

    @Test
    void a_ledger_that_stands_still_does_not_keep_texts_waiting_for_ever() {
        lead.took(Duration.ofMinutes(5));

        assertThat(lead.time()).isEqualTo(Duration.ofSeconds(2));
    }
}
