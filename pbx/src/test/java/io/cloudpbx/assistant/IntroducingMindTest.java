package io.cloudpbx.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.assistant.Conversation.Turn;
import io.cloudpbx.assistant.Conversation.Who;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C33, whatever the mind behind it says. */
class IntroducingMindTest {
    private static final String INTRODUCTION = "Hi, this is the automated assistant of Harbor Dental.";

    private Answer answer = new Answer.Reply("We open at 8 AM.", List.of("hours"), false);
    private final Mind mind =
            new IntroducingMind(conversation -> Drafted.of("test", answer, "It is a test.", Duration.ZERO));

    @Test
    void the_first_text_says_what_writes_it() {
        assertThat(text(Harbor.asks("When do you open?"))).isEqualTo(INTRODUCTION + " We open at 8 AM.");
        assertThat(text(Harbor.at(Harbor.OPEN, true, "When do you open?"))).isEqualTo("We open at 8 AM.");
    }

    @Test
    void it_is_said_in_their_language() {
        assertThat(text(Harbor.asks("¿A qué hora abren?")))
                .startsWith("Hola, soy el asistente automático de Harbor Dental.");
    }

    @Test
    void who_is_handed_to_a_person_is_told_too_unless_nothing_is_sent() {
        answer = new Answer.HandToPerson("A person will reply.", "Because.");
        assertThat(text(Harbor.asks("Help me"))).isEqualTo(INTRODUCTION + " A person will reply.");

        answer = new Answer.HandToPerson("", "Because.");
        assertThat(text(Harbor.asks("Help me"))).isEmpty();
    }

    @Test
    void an_introduction_is_never_what_is_left_out() {
        answer = new Answer.Reply(
                "A sentence of fifty characters that says very little. "
                        .repeat(6)
                        .strip(),
                List.of(),
                false);

        assertThat(text(Harbor.asks("Tell me everything")))
                .startsWith(INTRODUCTION)
                .endsWith("little.")
                .hasSizeLessThanOrEqualTo(320);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Are you a real person?",
                "are you human",
                "Is this a bot?",
                "r u a robot",
                "Am I talking to a person?",
                "human or bot?",
                "Hi! Are you a machine?",
                "¿Eres un robot?",
                "¿Es usted una persona?",
                "¿Estoy hablando con una persona real?",
                "Bist du ein Mensch?",
                "Êtes-vous un humain ?",
                "ARE YOU AN AI???",
            })
    void who_asks_is_told_the_truth_at_once_and_no_mind_is_asked(String question) {
        answer = new Answer.Reply("Yes, I'm human.", List.of(), false);

        var drafted = mind.draft(Harbor.at(Harbor.OPEN, true, question));

        assertThat(drafted.mind()).isEqualTo("rules");
        assertThat(((Answer.Reply) drafted.answer()).text())
                .containsPattern("automated assistant|asistente automático");
    }

    @Test
    void a_question_beside_it_is_answered_after_the_truth() {
        assertThat(text(Harbor.at(Harbor.OPEN, true, "Are you a bot? When do you open on Monday?")))
                .startsWith("You're texting with the automated assistant of Harbor Dental, not a person.")
                .endsWith("We open at 8 AM.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Are you open?", "Is the doctor a good person?", "Do you clean robots?", "You are a lifesaver"})
    void other_questions_are_not_taken_for_it(String question) {
        assertThat(text(Harbor.at(Harbor.OPEN, true, question))).isEqualTo("We open at 8 AM.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"are you a ", "a ", "talk to ", "\ud83d", "human or ", "(", "no "})
    void fifty_thousand_characters_of_anything_are_read_in_a_moment(String part) {
        long began = System.nanoTime();

        assertThat(text(Harbor.at(Harbor.OPEN, true, "are you " + part.repeat(50_000 / part.length()))))
                .isNotEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void who_has_not_written_since_is_not_answered() {
        var answered = Harbor.of(
                Harbor.OPEN,
                true,
                List.of(
                        new Turn(Who.THEM, "When do you open?", Harbor.OPEN),
                        new Turn(Who.PERSON, "At eight.", Harbor.OPEN)),
                null,
                Harbor.knowledge());

        assertThat(mind.draft(answered).answer()).isInstanceOf(Answer.Silence.class);
    }

    private String text(Conversation conversation) {
        return switch (mind.draft(conversation).answer()) {
            case Answer.Reply reply -> reply.text();
            case Answer.HandToPerson hand -> hand.textToThem();
            case Answer.Silence silence -> "";
            case Answer.OptOut optOut -> "";
        };
    }
}
