package io.cloudpbx.messaging;

import io.cloudpbx.messaging.MessageView.AuthorView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a conversation as the API shows it.
 *
 * @param reference the id of the call or voicemail it stands for
 * @param message the text, when it is one
 */
public record EntryView(
        UUID id,
        UUID conversationId,
        Instant at,
        String kind,
        @Nullable String reference,
        AuthorView author,
        String body,
        @Nullable MessageView message) {

    static EntryView of(Entry entry, @Nullable MessageView message) {
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
                message);
    }
}
