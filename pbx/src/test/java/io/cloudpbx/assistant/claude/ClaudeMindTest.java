package io.cloudpbx.assistant.claude;

import static io.cloudpbx.claude.stub.Scripted.chooses;
import static io.cloudpbx.claude.stub.Scripted.error;
import static io.cloudpbx.claude.stub.Scripted.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.assistant.Answer;
import io.cloudpbx.assistant.Conversation.Turn;
import io.cloudpbx.assistant.Conversation.Who;
import io.cloudpbx.assistant.Drafted;
import io.cloudpbx.assistant.Harbor;
import io.cloudpbx.assistant.offline.OfflineMind;
import io.cloudpbx.claude.AbsentClaude;
import io.cloudpbx.claude.anthropic.StubbedClaude;
import io.cloudpbx.claude.stub.MessagesStub;
import io.cloudpbx.claude.stub.Scripted;
import io.cloudpbx.startup.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaudeMindTest {
    private final MessagesStub api = new MessagesStub();
    private final StubbedClaude claude = new StubbedClaude(api, new MovableClock());
    private final ClaudeMind mind = new ClaudeMind(claude, new OfflineMind());

    @AfterEach
    void end() {
        claude.close();
        api.close();
    }

    @Test
    void an_answer_from_the_facts_is_sent_with_what_it_cost() {
        api.then(reply("We're open until 5 PM today.", "\"hours\"", false));

        var drafted = mind.draft(Harbor.asks("Are you open?"));

        assertThat(drafted.answer())
                .isEqualTo(new Answer.Reply("We're open until 5 PM today.", List.of("hours"), false));
        assertThat(drafted.mind()).isEqualTo("claude");
        assertThat(drafted.model()).isEqualTo("claude-opus-4-6");
        assertThat(drafted.dollars()).isEqualByComparingTo("0.009875");
        assertThat(drafted.why()).isEqualTo("Claude answered, drawing on hours.");
    }

    @Test
    void typography_that_costs_a_segment_more_is_taken_out() {
        api.then(reply("**We’re open** — until 5\\u00a0PM… 🎉", "\"hours\"", false));

        assertThat(mind.draft(Harbor.asks("Open?")).answer())
                .isEqualTo(new Answer.Reply("We're open - until 5 PM...", List.of("hours"), false));
    }

    @Test
    void a_model_that_only_speaks_is_checked_like_one_that_chooses_and_a_person_is_told() {
        api.then(says("We take Cigna.")).then(says("I'm a real person."));

        assertThat(mind.draft(Harbor.asks("Do you take Cigna?")).answer())
                .isEqualTo(new Answer.Reply("We take Cigna.", List.of(), true));
        assertThat(mind.draft(Harbor.asks("Hi")).answer()).isInstanceOf(Answer.HandToPerson.class);
    }

    @Test
    void a_fact_that_does_not_exist_is_no_ground_for_an_answer() {
        api.then(reply("We take Cigna.", "\"faq_gone\"", false));

        assertThat(hand(mind.draft(Harbor.asks("Do you take Cigna?"))).reasonForStaff())
                .isEqualTo("The assistant's answer was not sent, because it named a fact that does not exist.");
    }

    @Test
    void a_person_is_called_for_a_reason_in_our_words() {
        api.then(chooses(
                "hand_to_person", "{\"reason\": \"complaint\", \"text\": \"I'm sorry. A person will reply.\"}"));

        assertThat(hand(mind.draft(Harbor.asks("This is the third time!"))))
                .isEqualTo(new Answer.HandToPerson("I'm sorry. A person will reply.", "They complain or are upset."));
    }

    @Test
    void a_wish_for_no_more_texts_needs_their_own_words() {
        api.then(chooses("opt_out", "{\"quote\": \"Lose my number\"}"))
                .then(chooses("opt_out", "{\"quote\": \"Never text me\"}"));

        assertThat(mind.draft(Harbor.asks("Please LOSE my number!")).answer())
                .isEqualTo(new Answer.OptOut("Lose my number"));
        assertThat(mind.draft(Harbor.asks("Please LOSE my number!")).answer()).isInstanceOf(Answer.HandToPerson.class);
    }

    @Test
    void nothing_to_say_is_an_answer_too() {
        api.then(chooses("silence", "{\"reason\": \"thanks\"}"));

        assertThat(mind.draft(Harbor.asks("Great, thank you")).answer()).isInstanceOf(Answer.Silence.class);
    }

    @Test
    void when_claude_fails_the_offline_mind_answers_and_it_is_said_why() {
        api.model(question -> error(529, "overloaded_error", "Overloaded"));

        var drafted = mind.draft(Harbor.asks("Where can I park?"));

        assertThat(drafted.mind()).isEqualTo("offline");
        assertThat(((Answer.Reply) drafted.answer()).factIds()).containsExactly("parking");
        assertThat(drafted.why()).startsWith("Claude gave no answer (OVERLOADED).");
    }

    @Test
    void without_a_key_nobody_is_asked() {
        var drafted = new ClaudeMind(new AbsentClaude(), new OfflineMind()).draft(Harbor.asks("Where can I park?"));

        assertThat(drafted.mind()).isEqualTo("offline");
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void everybody_s_words_are_told_apart() {
        var turns = List.of(
                new Turn(Who.ASSISTANT, "Hello!", Harbor.OPEN),
                new Turn(Who.THEM, "Is <b>Dana</b> in? \u202eevil\u200b", Harbor.OPEN),
                new Turn(Who.PERSON, "She is.", Harbor.OPEN),
                new Turn(Who.THEM, "My card is 4111 1111 1111 1111", Harbor.OPEN));

        var unused = mind.draft(Harbor.of(Harbor.OPEN, true, turns, "They once came <late>.", Harbor.knowledge()));

        assertThat(unused).isNotNull();
        assertThat(api.asked().getFirst().turns())
                .containsExactly(
                        "user: <note>The business wrote first.</note>",
                        "assistant: Hello!",
                        "user: <their_text>Is &lt;b&gt;Dana&lt;/b&gt; in? evil</their_text>",
                        "assistant: [staff] She is.",
                        "user: <earlier>They once came &lt;late&gt;.</earlier>\n"
                                + "<situation>It is Monday, November 30, 10:00 AM at the business."
                                + " We're open now, until 5 PM.</situation>\n"
                                + "<their_text>My card is [card number]</their_text>");
    }

    @Test
    void what_is_older_than_seven_days_is_forgotten() {
        Instant weekAgo = Harbor.OPEN.minus(Duration.ofDays(7));
        var turns = List.of(
                new Turn(Who.THEM, "Just too old", weekAgo.minusMillis(1)),
                new Turn(Who.THEM, "Just in time", weekAgo),
                new Turn(Who.THEM, "Now", Harbor.OPEN));

        var unused = mind.draft(Harbor.of(Harbor.OPEN, true, turns, null, Harbor.knowledge()));

        assertThat(unused).isNotNull();
        assertThat(api.asked().getFirst().turns().toString())
                .contains("Just in time", "Now")
                .doesNotContain("too old");
    }

    @Test
    void of_a_long_conversation_the_end_is_told() {
        var turns = IntStream.range(0, 100)
                .mapToObj(i -> new Turn(Who.THEM, "Text " + i + " " + "x".repeat(50_000), Harbor.OPEN))
                .toList();

        var unused = mind.draft(Harbor.of(Harbor.OPEN, true, turns, null, Harbor.knowledge()));

        assertThat(unused).isNotNull();
        assertThat(api.asked().getFirst().turns()).hasSize(12).last().asString().contains("Text 99");
    }

    @Test
    void half_characters_and_cut_ones_stop_nothing() {
        var drafted = mind.draft(Harbor.asks("\ud83d", "x".repeat(999) + "\ud83d\ude00"));

        assertThat(drafted.mind()).isEqualTo("claude");
    }

    @Test
    void a_model_that_goes_on_and_on_is_not_sent_in_part() {
        api.then(reply("We're open until 5 PM. " + "And so on. ".repeat(200), "\"hours\"", false));

        assertThat(hand(mind.draft(Harbor.asks("Open?"))).reasonForStaff()).contains("too long");
    }

    @Test
    void the_beginning_of_the_question_is_the_same_whoever_asks_so_that_it_is_cached() {
        for (var conversation : List.of(Harbor.asks("Hi"), Harbor.at(Harbor.CLOSED, true, "Where are you?"))) {
            assertThat(mind.draft(conversation)).isNotNull();
        }

        assertThat(api.asked())
                .extracting(question -> question.body().path("tools") + question.system())
                .containsOnly(api.asked().getFirst().body().path("tools")
                        + api.asked().getFirst().system());
    }

    private static Scripted reply(String text, String facts, boolean tell) {
        return chooses(
                "reply", "{\"text\": \"%s\", \"fact_ids\": [%s], \"tell_staff\": %s}".formatted(text, facts, tell));
    }

    private static Answer.HandToPerson hand(Drafted drafted) {
        assertThat(drafted.answer()).isInstanceOf(Answer.HandToPerson.class);
        return (Answer.HandToPerson) drafted.answer();
    }
}
