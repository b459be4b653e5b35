package io.cloudpbx.messaging;

import io.cloudpbx.listing.Cursor;
import io.cloudpbx.messaging.store.EntryRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the API shows of a conversation's lines. */
@Component
public class EntryViews {
    private final EntryRows rows;
    private final MessageViews messages;

    EntryViews(EntryRows rows, MessageViews messages) {
        this.rows = rows;
        this.messages = messages;
    }

    public List<EntryView> newest(UUID conversationId, @Nullable Cursor after, int limit) {
        List<Entry> found = rows.newest(conversationId, after, limit);
        Map<UUID, MessageView> texts = messages.byIds(
                found.stream().filter(EntryViews::isText).map(Entry::id).toList());
        return found.stream()
                .map(entry -> EntryView.of(entry, texts.get(entry.id())))
                .toList();
    }

    private static boolean isText(Entry entry) {
        return entry.kind() == Entry.Kind.TEXT_IN || entry.kind() == Entry.Kind.TEXT_OUT;
    }

    public Optional<EntryView> find(UUID id) {
        return rows.find(id)
                .map(entry -> EntryView.of(
                        entry,
                        isText(entry) ? messages.byIds(List.of(entry.id())).get(entry.id()) : null));
    }
}
