package io.cloudpbx.calls.relay.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much of what we said a caller heard, in our own words and not in those that the carrier reports. */
public final class Overheard {
    private Overheard() {}

    /**
     * The longest beginning of what we said with which the report ends; what was said before it, in the same talk cycle, is passed over.
     *
     * @param reported the carrier's {@code utteranceUntilInterrupt}
     * @return empty when the report is about something else
     */
    public static Optional<String> of(String said, String reported) {
        if (reported.isBlank()) {
            return Optional.of("");
        }
        String[] ours = said.strip().split("\\s+");
        List<String> heard = letters(reported.strip().split("\\s+"));
        List<String> wanted = letters(ours);
        for (int count = Math.min(wanted.size(), heard.size()); count > 0; count--) {
            if (heard.subList(heard.size() - count, heard.size()).equals(wanted.subList(0, count))) {
                return Optional.of(String.join(" ", Arrays.asList(ours).subList(0, count)));
            }
        }
        return Optional.empty();
    }

    private static List<String> letters(String[] words) {
        return Arrays.stream(words)
                .map(word -> word.replaceAll("[^\\p{L}\\p{Nd}]", "").toLowerCase(Locale.ROOT))
                .toList();
    }
}
