package io.cloudpbx.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.telephony.Segments.Encoding;
import io.cloudpbx.telephony.Segments.Foreign;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentsTest {
    /** The table of {@code twilio.md} section 17, and the borders beside it. */
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", Encoding.GSM_7, 0, 0, 160),
                Arguments.of("a".repeat(160), Encoding.GSM_7, 1, 160, 0),
                Arguments.of("a".repeat(161), Encoding.GSM_7, 2, 8, 145),
                Arguments.of("a".repeat(306), Encoding.GSM_7, 2, 153, 0),
                Arguments.of("a".repeat(307), Encoding.GSM_7, 3, 1, 152),
                Arguments.of("€".repeat(80), Encoding.GSM_7, 1, 160, 0),
                Arguments.of("€".repeat(81), Encoding.GSM_7, 2, 10, 143),
                Arguments.of("“hi”", Encoding.UCS_2, 1, 4, 66),
                Arguments.of("😀".repeat(35), Encoding.UCS_2, 1, 70, 0),
                Arguments.of("😀".repeat(36), Encoding.UCS_2, 2, 6, 61),
                Arguments.of("ç", Encoding.UCS_2, 1, 1, 69),
                Arguments.of("Ç", Encoding.GSM_7, 1, 1, 159),
                Arguments.of("ж".repeat(134), Encoding.UCS_2, 2, 67, 0),
                Arguments.of("ж".repeat(135), Encoding.UCS_2, 3, 1, 66));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_is_counted_as_the_carrier_counts(String text, Encoding encoding, int count, int used, int left) {
        Segments segments = Segments.of(text);

        assertThat(segments.encoding()).isEqualTo(encoding);
        assertThat(segments.count()).isEqualTo(count);
        assertThat(segments.used()).isEqualTo(used);
        assertThat(segments.left()).isEqualTo(left);
    }

    @Test
    void an_escaped_character_is_not_split_over_two_segments() {
        // 152 septets, then a pair that would straddle the border: it moves on as a whole, and a septet stays empty.
        Segments segments = Segments.of("a".repeat(152) + "€" + "a".repeat(151));

        assertThat(segments.count()).isEqualTo(2);
        assertThat(segments.left()).isZero();
        assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).count()).isEqualTo(3);
    }

    @Test
    void a_surrogate_pair_is_not_split_over_two_segments() {
        assertThat(Segments.of("ж".repeat(66) + "😀" + "ж".repeat(65)).count()).isEqualTo(2);
        assertThat(Segments.of("ж".repeat(66) + "😀" + "ж".repeat(66)).count()).isEqualTo(3);
    }

    @Test
    void the_characters_that_force_ucs_2_are_named_with_their_place_and_what_could_stand_there() {
        assertThat(Segments.of("Hi 😀 – it’s ç").forcing())
                .containsExactly(
                        new Foreign("😀", 3, null),
                        new Foreign("–", 6, "-"),
                        new Foreign("’", 10, "'"),
                        new Foreign("ç", 13, null));
    }

    @ParameterizedTest
    @CsvSource({
        "‘x’, '''x'''",
        "“x”, \"x\"",
        "a—b, a-b",
        "wait…, wait...",
        "ＳＴＯＰ, STOP",
        "a\u00A0b\u2003c, a b c",
        "x\u200By\uFEFF, xy",
        "½, 1/2",
        "10 ‰, 10 ‰",
        "5 × 3 €, 5 × 3 €"
    })
    void look_alikes_are_replaced_and_all_else_is_kept(String text, String simple) {
        assertThat(Segments.simplified(text)).isEqualTo(simple);
    }

    @Test
    void the_curly_quotes_of_the_table_fit_gsm_7_once_they_are_replaced() {
        assertThat(Segments.of(Segments.simplified("“hi”")).encoding()).isEqualTo(Encoding.GSM_7);
    }

    /** Whatever the text: every unit has its place, no segment overflows, and one character more never makes fewer. */
    @Test
    void nothing_is_lost_in_any_text() {
        var random = new Random(17);
        String characters = "aZ 9@€{}~\n'";
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            int length = random.nextInt(500);
            int units = 0;
            for (int i = 0; i < length; i++) {
                char character = characters.charAt(random.nextInt(characters.length()));
                text.append(character);
                units += "€{}~".indexOf(character) >= 0 ? 2 : 1;
            }
            Segments segments = Segments.of(text.toString());
            int alone = units <= 160 ? 160 : 153;
            assertThat(segments.used() + segments.left()).isEqualTo(alone);
            assertThat(segments.count() * alone).isGreaterThanOrEqualTo(units);
            // A segment may end with one septet empty, for the sake of a pair.
            assertThat((segments.count() - 1) * (alone - 1)).isLessThanOrEqualTo(units);
            assertThat(Segments.of(text + "a").count()).isGreaterThanOrEqualTo(segments.count());
        }
    }
}
