package io.cloudpbx.sandbox.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.sandbox.message.Segments.Encoding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code twilio.md} section 17, with its table. */
class SegmentsTest {
    static Stream<Arguments> documented() {
        return Stream.of(
                Arguments.of("a".repeat(160), Encoding.GSM_7, 1),
                Arguments.of("a".repeat(161), Encoding.GSM_7, 2),
                Arguments.of("a".repeat(306), Encoding.GSM_7, 2),
                Arguments.of("a".repeat(307), Encoding.GSM_7, 3),
                Arguments.of("€".repeat(80), Encoding.GSM_7, 1),
                Arguments.of("€".repeat(81), Encoding.GSM_7, 2),
                Arguments.of("“hi”", Encoding.UCS_2, 1),
                Arguments.of("😀".repeat(35), Encoding.UCS_2, 1),
                Arguments.of("😀".repeat(36), Encoding.UCS_2, 2),
                Arguments.of("ç", Encoding.UCS_2, 1),
                Arguments.of("Ç", Encoding.GSM_7, 1),
                Arguments.of("", Encoding.GSM_7, 1));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void the_documented_texts_have_the_documented_segments(String body, Encoding encoding, int count) {
        assertThat(Segments.of(body)).isEqualTo(new Segments(encoding, count));
    }

    @Test
    void an_escaped_character_is_not_split_over_two_segments() {
        String body = "a".repeat(152) + "€" + "a".repeat(151);

        // 152, then 2 + 151: a torn escape would have fitted 153 and 152.
        assertThat(Segments.of(body).count()).isEqualTo(2);
        assertThat(Segments.of(body + "a").count()).isEqualTo(3);
    }

    @Test
    void a_surrogate_pair_is_not_split_over_two_segments() {
        String body = "ж".repeat(66) + "😀" + "ж".repeat(65);

        assertThat(Segments.of(body)).isEqualTo(new Segments(Encoding.UCS_2, 2));
        assertThat(Segments.of(body + "ж").count()).isEqualTo(3);
    }

    @Test
    void every_extension_character_costs_two() {
        "\f^{}\\[~]|€"
                .chars()
                .forEach(c -> assertThat(Segments.of(Character.toString(c).repeat(81)))
                        .isEqualTo(new Segments(Encoding.GSM_7, 2)));
    }

    @Test
    void smart_encoding_makes_look_alikes_plain() {
        assertThat(SmartEncoding.apply("“hi” ‘there’ – it’s\u00A0fine…\u200B ｆｕｌｌ"))
                .isEqualTo("\"hi\" 'there' - it's fine... full");
        assertThat(Segments.of(SmartEncoding.apply("“hi”"))).isEqualTo(new Segments(Encoding.GSM_7, 1));
    }

    @Test
    void smart_encoding_leaves_alone_what_has_no_plain_relative() {
        assertThat(SmartEncoding.apply("жç😀👨‍👩‍👧")).isEqualTo("жç😀👨‍👩‍👧");
    }
}
