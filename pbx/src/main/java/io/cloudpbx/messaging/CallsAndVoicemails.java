package io.cloudpbx.messaging;

import io.cloudpbx.messaging.store.ConversationRows;
import io.cloudpbx.messaging.store.EntryRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lines of conversations that stand for something else than a text: a call, a voicemail. */
@Service
public class CallsAndVoicemails {
    private final Conversations conversations;
    private final ConversationRows rows;
    private final EntryRows entries;
    private final ApplicationEventPublisher events;

    CallsAndVoicemails(
            Conversations conversations, ConversationRows rows, EntryRows entries, ApplicationEventPublisher events) {
        this.conversations = conversations;
        this.rows = rows;
        this.entries = entries;
        this.events = events;
    }

    /**
     * What the other side did.
     *
     * @param reference under which it is known elsewhere; told again, its line is rewritten
     * @param wantsLook whether somebody should look at it
     */
    public record Happened(
            Entry.Kind kind, String reference, PhoneNumber from, Instant at, String words, boolean wantsLook) {}

    /** Joins the caller's transaction. */
    @Transactional
    public UUID tell(Happened happened) {
        Conversation conversation = conversations.lockWith(happened.from().e164());
        entries.rewrite(happened.kind(), happened.reference(), happened.words())
                .ifPresentOrElse(this::retell, () -> add(happened, conversation));
        return conversation.id();
    }

    private void add(Happened happened, Conversation conversation) {
        rows.reachedFrom(conversation.id(), happened.from());
        boolean isNew = conversations.add(new Entry(
                UUID.randomUUID(),
                conversation.id(),
                happened.at(),
                happened.kind(),
                happened.reference(),
                Author.THEM,
                happened.words()));
        if (isNew && happened.wantsLook()) {
            rows.missed(conversation.id());
        }
    }

    private void retell(Entry entry) {
        rows.endsWith(entry);
        events.publishEvent(new EntryAdded(entry.conversationId(), entry.id()));
        events.publishEvent(new ConversationChanged(entry.conversationId()));
    }
}
