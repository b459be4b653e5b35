package io.cloudpbx.messaging;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.messaging.Text.State;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.messaging.flow.Verdict;
import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.MediaRows;
import io.cloudpbx.messaging.store.TextRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import io.cloudpbx.telephony.Segments;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes every text that is to leave, whoever wrote it. The gate judges it here, so that its author hears at once why not, and again
 * when it is sent. Everything happens in the caller's transaction.
 */
@Service
public class Outbox {
    /** The job that sends a text; its key is the text's id. */
    public static final String SENDING = "messaging.send";

    private final Conversations conversations;
    private final ConversationRows conversationRows;
    private final TextRows texts;
    private final MediaRows media;
    private final Gate gate;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    Outbox(
            Conversations conversations,
            ConversationRows conversationRows,
            TextRows texts,
            MediaRows media,
            Gate gate,
            Jobs jobs,
            ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.conversationRows = conversationRows;
        this.texts = texts;
        this.media = media;
        this.gate = gate;
        this.jobs = jobs;
        this.events = events;
    }

    /**
     * Keeps a text and has it sent, unless the gate is against it: then it is kept as refused, with the reason.
     *
     * @throws Problem {@code conversation_not_found}, or {@code invalid_fields} for media that is not there any more
     */
    @Transactional
    public Text submit(NewText wanted) {
        Conversation conversation = conversationRows
                .lock(wanted.conversationId())
                .orElseThrow(() -> Problem.notFound("conversation_not_found", "There is no such conversation."));
        Text text = written(wanted, conversation);
        Text judged = judged(text, conversation);
        texts.insert(judged, null);
        if (media.attach(wanted.media(), judged.id()) < wanted.media().size()) {
            throw Problem.invalid("media", "media_not_found", "names a file that is not there, or was sent before");
        }
        show(judged);
        if (judged.state().isWaiting()) {
            jobs.schedule(SENDING, judged.id().toString(), dueAt(judged));
        }
        return judged;
    }

    private static Instant dueAt(Text text) {
        return Objects.requireNonNullElse(text.sendAt(), text.createdAt());
    }

    private Text written(NewText wanted, Conversation conversation) {
        Instant sendAt = wanted.sendAt();
        return new Text(
                UUID.randomUUID(),
                conversation.id(),
                false,
                wanted.from().e164(),
                wanted.to(),
                wanted.body(),
                wanted.author(),
                wanted.kind(),
                sendAt == null ? State.READY : State.SCHEDULED,
                null,
                null,
                0,
                conversation.epoch(),
                wanted.answers(),
                Segments.of(wanted.body()).count(),
                wanted.media().size(),
                null,
                conversations.now(),
                sendAt,
                null);
    }

    /** What waits is judged when its time has come; the assistant's drafts when they leave, as nobody reads why not. */
    private Text judged(Text text, Conversation conversation) {
        if (text.state() == State.SCHEDULED || text.kind() == TextKind.ASSISTANT) {
            return text;
        }
        return switch (gate.decide(text, conversation)) {
            case Verdict.Send send -> text;
            case Verdict.Later later ->
                text.moved(State.SCHEDULED, later.until(), Why.because(later.because(), later.checks()));
            case Verdict.Refuse refuse ->
                text.moved(State.REFUSED, null, Why.because(refuse.because(), refuse.checks()));
        };
    }

    /** A draft of the assistant is shown when it leaves. */
    private void show(Text text) {
        if (text.kind() != TextKind.ASSISTANT) {
            conversations.add(text.entry());
        }
        PhoneNumber.reported(text.theirs())
                .ifPresent(theirs ->
                        conversationRows.between(text.conversationId(), new PhoneNumber(text.ours()), theirs));
    }

    /**
     * Takes back what has not been sent yet.
     *
     * @throws Problem {@code message_not_found}, or {@code message_not_waiting} when it is too late
     */
    @Transactional
    public Text cancel(UUID id, String who) {
        Text text = lock(id);
        if (!text.state().isWaiting()) {
            throw Problem.conflict("message_not_waiting", "This text has left already, or is not going to.");
        }
        return moved(text, State.CANCELED, Why.plain("canceled", who + " took it back.", ""), null);
    }

    /**
     * Sends once more what certainly did not arrive, or what a person wants to risk sending twice.
     *
     * @throws Problem {@code message_not_found}, or {@code message_not_failed}
     */
    @Transactional
    public Text again(UUID id) {
        Text text = lock(id);
        if (!text.mayBeSentAgain()) {
            throw Problem.conflict("message_not_failed", "Only a text that was not sent can be sent again.");
        }
        texts.startOver(id, conversations.now());
        jobs.soon(SENDING, id.toString());
        events.publishEvent(new TextChanged(id));
        return require(id);
    }

    private Text moved(Text text, State state, Why why, @Nullable Instant sendAt) {
        texts.moved(text.id(), state, why, sendAt, conversations.now());
        events.publishEvent(new TextChanged(text.id()));
        return require(text.id());
    }

    private Text lock(UUID id) {
        conversations.lockOf(id);
        return texts.lock(id).orElseThrow(Outbox::notFound);
    }

    /** @throws Problem {@code message_not_found} */
    public Text require(UUID id) {
        return texts.find(id).orElseThrow(Outbox::notFound);
    }

    private static Problem notFound() {
        return Problem.notFound("message_not_found", "There is no such message.");
    }
}
