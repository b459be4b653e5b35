package io.cloudpbx.dashboard;

import io.cloudpbx.messaging.ConversationChanged;
import io.cloudpbx.messaging.ConversationWatched;
import io.cloudpbx.messaging.EntryAdded;
import io.cloudpbx.messaging.TextChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notes what happened to conversations once it is committed; {@link InboxNews} tells browsers a moment later. */
@Component
class InboxAnnouncer {
    private final NewsDesk newsDesk;
    private final InboxNews news;
    private final InboxCounts counts;

    InboxAnnouncer(NewsDesk newsDesk, InboxNews news, InboxCounts counts) {
        this.newsDesk = newsDesk;
        this.news = news;
        this.counts = counts;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(EntryAdded added) {
        news.added(added.entryId());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(TextChanged changed) {
        news.textChanged(changed.textId());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ConversationChanged changed) {
        news.conversationChanged(changed.conversationId());
        counts.changed();
    }

    @EventListener
    void on(ConversationWatched watched) {
        newsDesk.tell("viewers", watched);
    }
}
