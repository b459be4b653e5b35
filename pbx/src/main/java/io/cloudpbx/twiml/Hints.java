package io.cloudpbx.twiml;

import io.cloudpbx.twiml.Verb.Listen;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words that a caller is likely to say, as far as the carrier takes them. */
final class Hints {
    private Hints() {}

    /** @return null for none */
    static @Nullable String of(List<String> words) {
        String hints = words.stream()
                .filter(hint -> !hint.isBlank() && hint.length() <= Listen.LONGEST_HINT)
                .limit(Listen.MOST_HINTS)
                .collect(Collectors.joining(","));
        return hints.isEmpty() ? null : hints;
    }
}
