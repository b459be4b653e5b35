package io.cloudpbx.calls.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardTest {
    @ParameterizedTest
    @CsvSource({
        "My card is 4111 1111 1111 1111,My card is [card number]",
        "My social is 078-05-1120,My social is [social security number]",
        "The policy is 1234 5678 9012 3,The policy is [long number]",
        "Call me at 415 555 0123,Call me at 415 555 0123",
        "Extension 104 please,Extension 104 please",
    })
    void long_numbers_are_not_written_down(String said, String written) {
        assertThat(Heard.of(said, 0.9, "").words()).isEqualTo(written);
    }

    @Test
    void nor_are_they_when_a_model_repeats_them_however_deep() {
        var written =
                Map.of("say", "Card 4111 1111 1111 1111", "ids", List.of("person_dana", "078-05-1120"), "turn", 3);

        assertThat(Heard.masked((Object) written))
                .isEqualTo(Map.of(
                        "say",
                        "Card [card number]",
                        "ids",
                        List.of("person_dana", "[social security number]"),
                        "turn",
                        3));
    }

    @Test
    void what_is_invisible_or_without_end_is_not_written_down_either() {
        assertThat(Heard.of(" Dana\u202e\u0000 ", 1, "").words()).isEqualTo("Dana");
        assertThat(Heard.of("la ".repeat(2_000), 1, "").words()).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void the_most_that_was_said_at_once_is_the_wish_unless_it_is_little() {
        assertThat(Wish.of(List.of("Hello", "I was charged twice for my cleaning.", "Luis Ortega")))
                .isEqualTo("I was charged twice for my cleaning");
        assertThat(Wish.of(List.of("Hello", "Luis Ortega please"))).isEmpty();
        assertThat(Wish.of(List.of())).isEmpty();
        assertThat(Wish.of(List.of("I need it ".repeat(50)))).hasSizeLessThanOrEqualTo(140);
    }
}
