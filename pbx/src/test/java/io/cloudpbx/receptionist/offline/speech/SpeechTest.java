package io.cloudpbx.receptionist.offline.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extension one oh four             | 104",
                "ext 218                           | 218",
                "one fourteen                      | 114",
                "a hundred and four                | ''",
                "one hundred and four              | 104",
                "extension two twenty one          | 221",
                "extensión ciento veintiocho       | 128",
                "one double four                   | 144",
                "I have two questions              | ''",
                "call me at four                   | ''"
            })
    void numbers_are_extensions_where_they_are_called_so_or_nothing_else_is_said(String heard, String digits) {
        assertThat(Digits.extension(Utterance.of(heard, "")).orElse("")).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "this is Dana from Acme calling for Jorge     | calling for jorge",
                "my name is Grant Miller I need billing       | i need billing",
                "habla Pedro Ruiz quiero ventas               | quiero ventas",
                "this is about my bill                        | this is about my bill",
                "is this Dana                                 | is this dana"
            })
    void whoever_introduces_themselves_does_not_ask_for_that_name(String heard, String rest) {
        assertThat(Introductions.removed(Utterance.of(heard, "")).text()).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sales no wait billing            | billing",
                "sales I mean the billing people  | the billing people",
                "sales uh no billing              | billing",
                "ventas no perdón facturación     | facturacion",
                "my order has no number           | ''",
                "billing never mind               | ''"
            })
    void what_was_meant_stands_behind_the_correction(String heard, String meant) {
        var corrected = Corrections.corrected(Utterance.of(heard, ""), Set.of("sales", "billing"));

        assertThat(corrected.map(Utterance::text).orElse("")).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billing not sales         | billing",
                "not sales billing         | billing",
                "it is not working         | it is not working"
            })
    void what_is_not_wanted_is_not_looked_for(String heard, String rest) {
        assertThat(Negations.removed(Utterance.of(heard, ""), Set.of("sales", "billing"))
                        .text())
                .isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leave a message for Jorge               | true",
                "have Jorge call me back                 | true",
                "digale a Jorge que voy tarde            | true",
                "he left me a message                    | false",
                "can you tell me your hours              | false"
            })
    void a_message_is_to_be_taken_or_was_only_spoken_of(String heard, boolean wanted) {
        assertThat(MessageWish.in(Utterance.of(heard, "")).isPresent()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"m a r c u s | marcus", "t as in tom r a n | tran", "l double e | lee", "a b | ''"})
    void letters_make_a_word(String heard, String word) {
        assertThat(Spelled.in(Utterance.of(heard, "")).orElse("")).isEqualTo(word);
    }
}
