package io.cloudpbx.listing;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody typed as a query of PostgreSQL's full-text search, in its configuration {@code simple}. */
public final class WordQuery {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int MOST_WORDS = 8;
    /** PostgreSQL refuses words of more than 2 kB. */
    private static final int LONGEST = 200;

    private WordQuery() {}

    /** All that begin so, in any order. Empty where there is no word, which finds nothing. */
    public static String prefixes(String text) {
        // Only letters and digits come into the query, so that nothing in it has a meaning of its own.
        return WORD.matcher(text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .limit(MOST_WORDS)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }
}
