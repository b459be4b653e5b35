package io.cloudpbx.receptionist.offline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "We do. Call 510-555-0142.",
                "We do. Text +1 (510) 555 0142 today.",
                "We do. See https://wren.example/now.",
                "We do. Write to us@wren.example."
            })
    void sentences_with_numbers_and_links_are_left_out(String answer) {
        assertThat(Spoken.sentences(answer)).isEqualTo("We do.");
    }

    @Test
    void prices_house_numbers_and_years_stay() {
        assertThat(Spoken.sentences("It is $145. We're at 2750 East Road 85281, since 1998."))
                .isEqualTo("It is $145. We're at 2750 East Road 85281, since 1998.");
    }

    @Test
    void names_lose_markup_and_are_nothing_without_a_letter() {
        assertThat(Spoken.name("<b>Ana</b> Ruiz")).isEqualTo("Ana Ruiz");
        assertThat(Spoken.name("5105550142")).isEmpty();
    }
}
