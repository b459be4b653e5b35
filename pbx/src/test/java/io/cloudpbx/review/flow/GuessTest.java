package io.cloudpbx.review.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.receptionist.Gist;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuessTest {
    @Test
    void what_is_said_to_cost_most_is_more_than_what_is_expected() {
        var guess = Guess.NOTHING.plus(Stream.of("x".repeat(400))).plus(Stream.of("x".repeat(200), "x".repeat(200)));

        assertThat(guess.questions()).isEqualTo(2);
        assertThat(guess.tokensIn()).isEqualTo(200);
        assertThat(guess.mostTokensIn()).isEqualTo(400);
        assertThat(guess.tokensOut()).isEqualTo(160).isLessThan(guess.mostTokensOut());
    }

    @Test
    void an_expectation_without_a_target_is_met_by_any() {
        var anyMessage = new Expectation("take_message", null);
        var toDana = new Expectation("connect", "person_dana");

        assertThat(anyMessage.isMetBy(new Gist("take_message", List.of("person_dana"))))
                .isTrue();
        assertThat(toDana.isMetBy(new Gist("connect", List.of("person_dana")))).isTrue();
        assertThat(toDana.isMetBy(new Gist("connect", List.of("person_luis")))).isFalse();
        assertThat(toDana.isMetBy(new Gist("clarify", List.of("person_dana")))).isFalse();
        assertThat(new Expectation("connect", null).isWhole()).isFalse();
        assertThat(new Expectation("operator", "person_dana").isWhole()).isFalse();
    }
}
