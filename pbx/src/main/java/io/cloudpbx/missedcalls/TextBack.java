package io.cloudpbx.missedcalls;

import io.cloudpbx.missedcalls.flow.When;
import io.cloudpbx.templates.Template;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whether and with which words a number texts back who was missed on it.
 *
 * @param words with places for {@link #FIELDS}; kept while it is off
 */
public record TextBack(UUID numberId, When when, Template words) {
    /** What may be said of one caller. */
    public static final Set<String> FIELDS = Set.of("firstName", "name", "business", "number");

    /** Of whom nothing is known. */
    public static final Set<String> OF_KNOWN_CALLERS = Set.of("firstName", "name");

    static TextBack off(UUID numberId) {
        return new TextBack(numberId, When.OFF, new Template(""));
    }

    String to(Map<String, String> caller) {
        return words.of(caller);
    }
}
