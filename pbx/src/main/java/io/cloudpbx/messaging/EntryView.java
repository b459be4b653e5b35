package io.cloudpbx.messaging;

import io.cloudpbx.messaging.MessageView.AuthorView;
import io.cloudpbx.messaging.SentElsewhere.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a conversation as the API shows it.
 *
 * @param reference of the call, voicemail or campaign's text that it stands for
 * @param message the text, when it is one
 * @param standing how far a campaign's text has come
 */
public record EntryView(
        UUID id,
        UUID conversationId,
        Instant at,
        String kind,
        @Nullable String reference,
        AuthorView author,
        String body,
        @Nullable MessageView message,
        @Nullable Standing standing) {

    static EntryView of(Entry entry, @Nullable MessageView message, @Nullable Standing standing) {
        return new EntryView(
                entry.id(),
                entry.conversationId(),
                entry.at(),
                ConversationViews.lower(entry.kind()),
                entry.reference(),
                new AuthorView(
                        ConversationViews.lower(entry.author().kind()),
                        entry.author().name()),
                entry.body(),
                message,
                standing);
    }
}
