package io.cloudpbx.dashboard;

import io.cloudpbx.messaging.ConversationChanged;
import io.cloudpbx.messaging.ConversationViews;
import io.cloudpbx.messaging.ConversationWatched;
import io.cloudpbx.messaging.EntryAdded;
import io.cloudpbx.messaging.EntryViews;
import io.cloudpbx.messaging.MessageViews;
import io.cloudpbx.messaging.TextChanged;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * News of conversations. Much happens to one in a transaction, so each is told once, at its end and as it stands then; the figures
 * of the sidebar follow by themselves.
 */
@Component
class InboxAnnouncer {
    private final NewsDesk newsDesk;
    private final ConversationViews conversations;
    private final EntryViews entries;
    private final MessageViews messages;
    private final InboxCounts counts;

    InboxAnnouncer(
            NewsDesk newsDesk,
            ConversationViews conversations,
            EntryViews entries,
            MessageViews messages,
            InboxCounts counts) {
        this.newsDesk = newsDesk;
        this.conversations = conversations;
        this.entries = entries;
        this.messages = messages;
        this.counts = counts;
    }

    @EventListener
    void on(EntryAdded added) {
        gathered().entries.add(added.entryId());
    }

    @EventListener
    void on(TextChanged changed) {
        gathered().texts.add(changed.textId());
    }

    @EventListener
    void on(ConversationChanged changed) {
        gathered().conversations.add(changed.conversationId());
    }

    @EventListener
    void on(ConversationWatched watched) {
        newsDesk.tell("viewers", watched);
    }

    private Gathered gathered() {
        Gathered present = (Gathered) TransactionSynchronizationManager.getResource(this);
        if (present != null) {
            return present;
        }
        Gathered fresh = new Gathered();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    /** What one transaction did. */
    private final class Gathered implements TransactionSynchronization {
        private final Set<UUID> entries = new LinkedHashSet<>();
        private final Set<UUID> texts = new LinkedHashSet<>();
        private final Set<UUID> conversations = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            entries.forEach(id ->
                    InboxAnnouncer.this.entries.find(id).ifPresent(entry -> newsDesk.tell("message.added", entry)));
            texts.stream()
                    .filter(id -> !entries.contains(id))
                    .forEach(id -> messages.find(id).ifPresent(text -> newsDesk.tell("message.status", text)));
            conversations.forEach(id -> InboxAnnouncer.this
                    .conversations
                    .find(id)
                    .ifPresent(conversation -> newsDesk.tell("thread.changed", conversation)));
        }

        @Override
        public void afterCommit() {
            if (!conversations.isEmpty()) {
                counts.changed();
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(InboxAnnouncer.this);
        }
    }
}
