package io.cloudpbx.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.assistant.Conversation.Turn;
import io.cloudpbx.assistant.Conversation.Who;
import io.cloudpbx.messaging.Author;
import io.cloudpbx.messaging.Drafts.Question;
import io.cloudpbx.messaging.Entry;
import io.cloudpbx.messaging.Text;
import io.cloudpbx.messaging.flow.Meaning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerTextsTest {
    private static final Instant NOON = Instant.parse("2026-12-01T20:00:00Z");
    private static final UUID CONVERSATION = UUID.randomUUID();

    @Test
    void what_a_campaign_said_stands_above_what_they_answer_to_it() {
        var question = question(campaigned("Whitening is half price.", NOON.minusSeconds(60)));

        assertThat(AnswerTexts.turns(question))
                .containsExactly(
                        new Turn(Who.PERSON, "Whitening is half price.", NOON.minusSeconds(60)),
                        new Turn(Who.THEM, "Are you open on Saturday?", NOON));
    }

    @Test
    void a_campaign_whose_text_came_after_their_question_has_not_answered_it() {
        var question = question(
                campaigned("Whitening is half price.", NOON.plusMillis(1)), campaigned("Happy holidays!", NOON));

        assertThat(AnswerTexts.turns(question)).containsExactly(new Turn(Who.THEM, "Are you open on Saturday?", NOON));
    }

    private static Question question(Entry... campaigned) {
        Text asked = asked();
        return new Question(CONVERSATION, 1, asked, Meaning.AI, List.of(asked), List.of(campaigned));
    }

    private static Entry campaigned(String words, Instant at) {
        return new Entry(UUID.randomUUID(), CONVERSATION, at, Entry.Kind.CAMPAIGN, "spring/1", Author.SYSTEM, words);
    }

    private static Text asked() {
        return new Text(
                UUID.randomUUID(),
                CONVERSATION,
                true,
                "+18335550100",
                "+12125550101",
                "Are you open on Saturday?",
                Author.THEM,
                null,
                Text.State.RECEIVED,
                null,
                null,
                0,
                1,
                null,
                1,
                0,
                null,
                NOON,
                null,
                null);
    }
}
