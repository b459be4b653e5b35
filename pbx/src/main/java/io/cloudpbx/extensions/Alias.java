package io.cloudpbx.extensions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What callers said who were asked whom they meant, and meant this extension.
 *
 * @param words folded, as names are compared
 * @param count calls in which it was confirmed
 * @param callers how many different ones confirmed it
 */
public record Alias(
        UUID id, UUID extensionId, String words, int count, int callers, Instant firstHeard, Instant lastHeard) {
    /** One caller alone, however persistent, must not decide where the calls of others go (S11). */
    static final int FEWEST_CALLERS = 2;

    /** Whether callers are connected by it, and if not, why. */
    public enum Standing {
        IN_USE,
        ONE_CALLER,
        /** It was confirmed for somebody else as well, so callers are still asked. */
        AMBIGUOUS
    }

    /** @param others aliases, perhaps this one among them */
    Standing standing(Collection<Alias> others) {
        boolean shared =
                others.stream().anyMatch(other -> other.words.equals(words) && !other.extensionId.equals(extensionId));
        if (shared) {
            return Standing.AMBIGUOUS;
        }
        return callers < FEWEST_CALLERS ? Standing.ONE_CALLER : Standing.IN_USE;
    }

    /** By extension, the words that connect a caller. */
    static Map<UUID, List<String>> inUse(Collection<Alias> all) {
        Map<String, Set<UUID>> meant = all.stream()
                .collect(Collectors.groupingBy(
                        Alias::words, Collectors.mapping(Alias::extensionId, Collectors.toSet())));
        return all.stream()
                .filter(alias -> alias.callers >= FEWEST_CALLERS)
                .filter(alias -> meant.getOrDefault(alias.words, Set.of()).size() == 1)
                .collect(Collectors.groupingBy(
                        Alias::extensionId, Collectors.mapping(Alias::words, Collectors.toList())));
    }
}
