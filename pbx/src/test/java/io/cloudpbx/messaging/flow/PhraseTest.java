package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looking only at words that a pattern can begin with finds what looking everywhere finds. */
class PhraseTest {
    private static final long SEED = 20_261_128;
    private static final int TEXTS = 3_000;

    private static final List<String> WORDS = List.of(
            "stop",
            "texting",
            "texts",
            "text",
            "me",
            "please",
            "no",
            "more",
            "messages",
            "unsubscribe",
            "take",
            "off",
            "list",
            "my",
            "number",
            "remove",
            "the",
            "of",
            "these",
            "u",
            "ur",
            "dont",
            "send",
            "sending",
            "anything",
            "else",
            "you",
            "are",
            "this",
            "is",
            "a",
            "person",
            "human",
            "real",
            "agent",
            "operator",
            "call",
            "911",
            "fire",
            "gas",
            "smell",
            "blood",
            "chest",
            "pain",
            "help",
            "info",
            "start",
            "again",
            "yes",
            "quit",
            "end",
            "cancel",
            "my",
            "appointment",
            "at",
            "3",
            "lose",
            "leave",
            "alone",
            "wrong",
            "who",
            "bot",
            "automatic",
            "reply",
            "alto",
            "mas",
            "mensajes",
            "no",
            "quiero",
            "ñandu",
            "é",
            ",");

    private static final List<Phrases> PHRASES = List.of(
            StopTexting.PHRASES,
            StopTexting.STOP_IT,
            StopTexting.RHETORICAL,
            StopTexting.HOW_TO,
            Refusals.PHRASES,
            Removals.PHRASES,
            SpanishPhrases.OPT_OUT,
            SpanishPhrases.NARROWED);

    private static Stream<String> texts() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        return Stream.generate(() -> IntStream.range(0, random.nextInt(1, 9))
                        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                        .collect(Collectors.joining(" ")))
                .limit(TEXTS);
    }

    private static boolean everywhere(Phrases phrases, String text) {
        return phrases.phrases().stream()
                .anyMatch(phrase -> phrase.pattern().matcher(text).find());
    }

    @Test
    void it_finds_what_looking_everywhere_finds() {
        List<String> differing = texts().filter(
                        text -> PHRASES.stream().anyMatch(phrases -> phrases.in(text) != everywhere(phrases, text)))
                .toList();

        assertThat(differing).isEmpty();
        assertThat(texts().filter(StopTexting.PHRASES::in)).hasSizeGreaterThan(20);
    }

    @Test
    void a_pattern_that_asks_what_stands_before_is_tried_everywhere() {
        assertThat(Phrase.of(Pattern.compile("\\b(?<=to )stop")).in("i want to stop"))
                .isTrue();
    }

    @Test
    void a_word_of_one_letter_at_the_end_is_tried() {
        assertThat(Phrase.of(Pattern.compile("\\bu$")).in("f u")).isTrue();
    }
}
