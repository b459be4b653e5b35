package io.cloudpbx.messaging;

import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.messaging.store.ConversationLists.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds conversations by whom they are with and by what was written. */
@Component
public class Search {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 8;
    /** PostgreSQL refuses words of more than 2 kB. */
    private static final int LONGEST = 200;

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
        // Only letters and digits come into the query, so that nothing in it has a meaning of its own.
        List<String> found = WORD.matcher(
                        text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .limit(MOST_WORDS)
                .toList();
        String query = found.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
        return new Words(contacts.matching(text, MOST_PEOPLE), query);
    }
}
