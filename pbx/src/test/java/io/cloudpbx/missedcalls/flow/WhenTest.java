package io.cloudpbx.missedcalls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    @ParameterizedTest
    @CsvSource({"OFF, false, false", "ALWAYS, true, true", "OPEN, true, false", "CLOSED, false, true"})
    void a_number_texts_back_in_the_hours_that_were_chosen(When when, boolean whileOpen, boolean whileClosed) {
        assertThat(when.covers(true)).isEqualTo(whileOpen);
        assertThat(when.covers(false)).isEqualTo(whileClosed);
    }
}
