package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.messaging.flow.TextKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Half price.                                    > Harbor Dental: Half price. Reply STOP to opt out.",
                "Half price at HARBOR dental.                   > Half price at HARBOR dental. Reply STOP to opt out.",
                "Half price. Text STOP to end                   > Harbor Dental: Half price. Text STOP to end",
                "Harbor Dental: half price, reply stop to end     > Harbor Dental: half price, reply stop to end",
                "Nonstop fun at the bus stop                    > Harbor Dental: Nonstop fun at the bus stop Reply STOP to opt out."
            })
    void the_name_and_the_way_out_are_added_where_they_lack(String message, String signed) {
        assertThat(signed(message.strip(), "Harbor Dental")).isEqualTo(signed);
    }

    @Test
    void a_business_is_not_named_by_a_part_of_another_word() {
        assertThat(signed("You are in the right place.", "Ace")).startsWith("Ace: You are");
        assertThat(signed("Émile's café is open", "Mile")).startsWith("Mile: ");
        assertThat(signed("All of Ace's pipes are half price.", "Ace")).startsWith("All of Ace's");
        assertThat(signed("$(Ace) is open.", "$(Ace)")).startsWith("$(Ace) is open.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Harbor Dental", "reply STOP", "text 'stop"})
    void what_somebody_is_called_takes_neither_the_name_nor_the_way_out_away(String called) {
        String read = new Wording(() -> "Harbor Dental")
                .of("Hi {{firstName}}, half price.", TextKind.MARKETING, Map.of("firstName", called));

        assertThat(read).isEqualTo("Harbor Dental: Hi " + called + ", half price. Reply STOP to opt out.");
    }

    @Test
    void words_do_not_come_together_across_a_place() {
        assertThat(new Wording(() -> "").of("Reply {{word}} STOP", TextKind.MARKETING, Map.of("word", "not")))
                .isEqualTo("Reply not STOP Reply STOP to opt out.");
    }

    private static String signed(String message, String business) {
        return Signature.of(message, business).on(message);
    }
}
