package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.flow.ThreadState.Said;
import io.cloudpbx.messaging.flow.ThreadState.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people mean by what they text ({@code compliance.md} section 1). The large set is scored by {@code bench messages}. */
class HearingTest {
    private static final List<String> LEGAL_WORDS =
            List.of("stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe");

    static Stream<String> legal_words_in_every_dress() {
        return LEGAL_WORDS.stream()
                .flatMap(word -> Stream.of(
                        word,
                        word.toUpperCase(Locale.ROOT),
                        Character.toUpperCase(word.charAt(0)) + word.substring(1),
                        word + ".",
                        word + "!!!",
                        "  " + word + "  ",
                        "\"" + word + "\"",
                        "“" + word + "”",
                        word + " \uD83D\uDE21",
                        word.charAt(0) + "\u200B" + word.substring(1),
                        fullWidth(word),
                        "\u202E" + word));
    }

    private static String fullWidth(String word) {
        return word.chars()
                .map(c -> c == ' ' ? '\u3000' : c - 'a' + '\uFF41')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Not one of the seven is ever missed (C2, test 1), whoever has the conversation. */
    @ParameterizedTest
    @MethodSource("legal_words_in_every_dress")
    void the_seven_words_of_the_law_are_opt_outs_in_every_dress(String body) {
        assertThat(meaning(body, new ThreadState(false, true, List.of()))).isEqualTo(Meaning.OPT_OUT);
        assertThat(meaning(body, new ThreadState(false, false, List.of()))).isEqualTo(Meaning.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please stop texting me",
                "Remove me from your list",
                "take me off this list NOW",
                "no more texts please",
                "wrong number, don't text me again",
                "STOP ALL",
                "no me manden más mensajes"
            })
    void words_of_their_own_are_opt_outs_too(String body) {
        assertThat(meaning(body)).isEqualTo(Meaning.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When does the bus stop?",
                "Can I stop by at 3?",
                "What time does the sale end?",
                "Is there a bus stop near you?",
                "Are you open on Saturday?",
                "¿A qué hora abren?"
            })
    void look_alikes_are_ordinary_questions(String body) {
        assertThat(meaning(body)).isEqualTo(Meaning.AI);
    }

    @ParameterizedTest
    @CsvSource({
        "START, true, OPT_IN",
        "UNSTOP, true, OPT_IN",
        "yes, true, OPT_IN",
        "yes, false, AI",
        "HELP, false, HELP",
        "info, false, HELP",
        "Can I talk to a real person?, false, HUMAN",
        "I can't breathe please send an ambulance, false, EMERGENCY",
        "What time do you close?, true, SUPPRESSED"
    })
    void other_words_mean_what_they_say(String body, boolean optedOut, Meaning meaning) {
        assertThat(meaning(body, new ThreadState(optedOut, true, List.of()))).isEqualTo(meaning);
    }

    @Test
    void a_conversation_that_a_person_has_is_theirs() {
        assertThat(meaning("What time do you close?", new ThreadState(false, false, List.of())))
                .isEqualTo(Meaning.HUMAN_THREAD);
    }

    @Test
    void an_answer_to_a_question_of_ours_is_an_answer() {
        var asked = new Said(Speaker.US, "Reply YES to confirm your appointment on Friday at 10.");
        assertThat(meaning("Yes", new ThreadState(false, true, List.of(asked)))).isEqualTo(Meaning.AI);
    }

    @Test
    void texts_of_any_length_are_read_in_an_instant() {
        assertThat(meaning("stop ".repeat(10_000))).isNotNull();
        assertThat(meaning("a".repeat(50_000))).isNotNull();
    }

    private static Meaning meaning(String body) {
        return meaning(body, new ThreadState(false, true, List.of()));
    }

    private static Meaning meaning(String body, ThreadState state) {
        return Hearing.hear(new ArrivedText(body, 0, "+15595550101"), state).meaning();
    }
}
