package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Evidence;
import io.cloudpbx.contacts.OptOuts;
import io.cloudpbx.contacts.Source;
import io.cloudpbx.messaging.Conversation.AnsweredBy;
import io.cloudpbx.messaging.flow.Meaning;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.EntryRows;
import io.cloudpbx.messaging.store.TextHistory;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the assistant reads and may do: answer the newest text of a conversation that is its own, once, or call a person. What was
 * drafted while somebody took over, or wrote again, is dropped here, and once more by the gate.
 */
@Service
public class Drafts {
    private static final Duration CONTEXT = Duration.ofDays(7);
    private static final int MOST_TEXTS = 60;

    private final ConversationRows rows;
    private final Conversations conversations;
    private final TextHistory history;
    private final EntryRows entries;
    private final Outbox outbox;
    private final OptOuts optOuts;
    private final ApplicationEventPublisher events;

    Drafts(
            ConversationRows rows,
            Conversations conversations,
            TextHistory history,
            EntryRows entries,
            Outbox outbox,
            OptOuts optOuts,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.conversations = conversations;
        this.history = history;
        this.entries = entries;
        this.outbox = outbox;
        this.optOuts = optOuts;
        this.events = events;
    }

    /**
     * A text that the assistant should answer.
     *
     * @param recent texts of the last seven days, oldest first; the last is the one to answer
     * @param campaigned what campaigns texted to them in that time
     */
    public record Question(
            UUID conversationId, long epoch, Text text, Meaning meaning, List<Text> recent, List<Entry> campaigned) {}

    /** Empty when nobody waits for the assistant: it was answered, a person has it, or it is nothing to be answered. */
    @Transactional(readOnly = true)
    public Optional<Question> question(UUID conversationId) {
        return rows.find(conversationId)
                .filter(conversation -> conversation.answeredBy() == AnsweredBy.ASSISTANT)
                .flatMap(this::question);
    }

    private Optional<Question> question(Conversation conversation) {
        var recent = history.latest(conversation.id(), conversations.now().minus(CONTEXT), MOST_TEXTS)
                .reversed();
        if (recent.isEmpty() || !recent.getLast().inbound()) {
            return Optional.empty();
        }
        Text last = recent.getLast();
        return history.meaning(last.id())
                .filter(meaning -> meaning == Meaning.AI || meaning == Meaning.HUMAN)
                .filter(meaning -> !history.isAnswered(last.id()))
                .map(meaning -> new Question(
                        conversation.id(), conversation.epoch(), last, meaning, recent, campaigned(conversation)));
    }

    private List<Entry> campaigned(Conversation conversation) {
        return entries.campaigned(conversation.id(), conversations.now().minus(CONTEXT));
    }

    /** Shows colleagues that the assistant is writing. */
    @Transactional
    public void begun(Question question) {
        events.publishEvent(
                new ConversationWatched(question.conversationId(), new UUID(0, 0), Author.ASSISTANT.name(), true));
    }

    /** False when the question does not stand any more; nothing is sent then. */
    @Transactional
    public boolean answer(Question question, String words) {
        if (!stands(question)) {
            return false;
        }
        Text asked = question.text();
        outbox.submit(new NewText(
                question.conversationId(),
                new PhoneNumber(asked.ours()),
                asked.theirs(),
                words,
                Author.ASSISTANT,
                TextKind.ASSISTANT,
                asked.id(),
                null,
                List.of()));
        return true;
    }

    /** A person is needed; the assistant may go on answering until one comes. */
    @Transactional
    public void callPerson(Question question, String why) {
        if (stillOpen(question)) {
            conversations.needsPerson(question.conversationId(), why, false);
            conversations.tell(question.conversationId(), "The assistant asked for a person: " + why);
        }
    }

    /** What colleagues should know about how it is answered, said once a day. */
    @Transactional
    public void tellOfBudget(Question question, String sentence) {
        conversations.tellOnceADay(question.conversationId(), "budget", sentence);
    }

    /** The assistant understood that they want no more texts; it can add an opt-out and never take one away (C2, C5). */
    @Transactional
    public void optOut(Question question, String quote) {
        PhoneNumber.reported(question.text().theirs())
                .ifPresent(number -> optOuts.optOut(
                        number,
                        new Evidence(
                                Source.ASSISTANT, quote, question.text().id().toString(), null)));
        conversations.tell(question.conversationId(), "Opted out, as the assistant understood: “" + quote + "”");
    }

    private boolean stands(Question question) {
        return rows.lock(question.conversationId())
                        .filter(present -> present.epoch() == question.epoch())
                        .isPresent()
                && question(question.conversationId())
                        .filter(present ->
                                present.text().id().equals(question.text().id()))
                        .isPresent();
    }

    private boolean stillOpen(Question question) {
        return rows.lock(question.conversationId())
                .filter(present -> present.answeredBy() == AnsweredBy.ASSISTANT)
                .isPresent();
    }
}
