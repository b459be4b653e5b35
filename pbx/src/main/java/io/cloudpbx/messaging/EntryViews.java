package io.cloudpbx.messaging;

import io.cloudpbx.listing.Cursor;
import io.cloudpbx.messaging.SentElsewhere.Standing;
import io.cloudpbx.messaging.store.EntryRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the API shows of a conversation's lines. */
@Component
public class EntryViews {
    private final EntryRows rows;
    private final MessageViews messages;
    private final List<SentElsewhere> elsewhere;

    EntryViews(EntryRows rows, MessageViews messages, List<SentElsewhere> elsewhere) {
        this.rows = rows;
        this.messages = messages;
        this.elsewhere = elsewhere;
    }

    public List<EntryView> newest(UUID conversationId, @Nullable Cursor after, int limit) {
        return views(rows.newest(conversationId, after, limit));
    }

    /** In the order in which they were added; those that are gone are left out. */
    public List<EntryView> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : views(rows.byIds(ids));
    }

    private List<EntryView> views(List<Entry> found) {
        Map<UUID, MessageView> texts = messages.byIds(
                found.stream().filter(EntryViews::isText).map(Entry::id).toList());
        Map<String, Standing> standings = standings(found);
        return found.stream()
                .map(entry -> EntryView.of(entry, texts.get(entry.id()), standings.get(entry.reference())))
                .toList();
    }

    private Map<String, Standing> standings(List<Entry> found) {
        List<String> references = found.stream()
                .filter(entry -> entry.kind() == Entry.Kind.CAMPAIGN)
                .map(entry -> String.valueOf(entry.reference()))
                .toList();
        Map<String, Standing> standings = new HashMap<>();
        if (!references.isEmpty()) {
            elsewhere.forEach(sender -> standings.putAll(sender.standings(references)));
        }
        return standings;
    }

    private static boolean isText(Entry entry) {
        return entry.kind() == Entry.Kind.TEXT_IN || entry.kind() == Entry.Kind.TEXT_OUT;
    }
}
