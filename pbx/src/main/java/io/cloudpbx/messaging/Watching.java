package io.cloudpbx.messaging;

import io.cloudpbx.messaging.Conversation.Owner;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets colleagues see who else is looking, so that two do not answer at once. */
@Service
public class Watching {
    private final ApplicationEventPublisher events;

    Watching(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Transactional
    public void seen(UUID conversationId, Owner who, boolean typing) {
        events.publishEvent(new ConversationWatched(conversationId, who.userId(), who.name(), typing));
    }
}
