package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.listing.WordQuery;
import io.cloudpbx.messaging.store.ConversationLists.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds conversations by whom they are with and by what was written. */
@Component
public class Search {
    private static final int MOST_PEOPLE = 200;

    private final Contacts contacts;

    Search(Contacts contacts) {
        this.contacts = contacts;
    }

    /** What to look for; null when nothing is looked for. */
    public @Nullable Words words(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return new Words(contacts.matching(text, MOST_PEOPLE), WordQuery.prefixes(text));
    }
}
