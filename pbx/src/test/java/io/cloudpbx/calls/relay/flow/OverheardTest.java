package io.cloudpbx.calls.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverheardTest {
    private static final String SAID = "We're open Monday to Friday, 8 to 5. Anything else?";

    @Test
    void what_was_heard_is_told_in_our_own_words() {
        assertThat(Overheard.of(SAID, "we're open monday to friday 8")).contains("We're open Monday to Friday, 8");
        assertThat(Overheard.of(SAID, SAID)).contains(SAID);
        assertThat(Overheard.of(SAID, " ")).contains("");
    }

    @Test
    void what_was_said_before_it_in_the_same_breath_is_passed_over() {
        assertThat(Overheard.of(SAID, "One moment. We're open")).contains("We're open");
    }

    @Test
    void a_report_about_something_else_tells_nothing() {
        assertThat(Overheard.of(SAID, "Transfer me to the vault")).isEmpty();
        assertThat(Overheard.of("", "Hello")).isEmpty();
    }
}
