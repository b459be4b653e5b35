package io.cloudpbx.callflow;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What who calls has to do with where they come.
 *
 * @param blocked who hear a goodbye
 * @param anonymous where callers go who withhold their number; null for where everybody goes
 * @param vips where these begin instead, whatever number they called
 */
public record Callers(Set<PhoneNumber> blocked, @Nullable String anonymous, Map<PhoneNumber, String> vips) {
    /** Enough for a company that is called a lot, and few enough to look through at every call. */
    public static final int MOST_BLOCKED = 2_000;

    public static final Callers ANYBODY = new Callers(Set.of(), null, Map.of());

    public Callers {
        blocked = Set.copyOf(blocked);
        vips = Collections.unmodifiableMap(new LinkedHashMap<>(vips));
    }

    Callers with(PhoneNumber caller) {
        Set<PhoneNumber> more = new HashSet<>(blocked);
        more.add(caller);
        return new Callers(more, anonymous, vips);
    }

    /** @param keptOut who stay blocked of those who are forgotten */
    Callers forgetting(Collection<PhoneNumber> forgotten, Set<PhoneNumber> keptOut) {
        Set<PhoneNumber> fewer = new HashSet<>(blocked);
        fewer.removeIf(caller -> forgotten.contains(caller) && !keptOut.contains(caller));
        Map<PhoneNumber, String> others = new LinkedHashMap<>(vips);
        others.keySet().removeAll(Set.copyOf(forgotten));
        return new Callers(fewer, anonymous, others);
    }

    Callers without(PhoneNumber caller) {
        Set<PhoneNumber> fewer = new HashSet<>(blocked);
        fewer.remove(caller);
        return new Callers(fewer, anonymous, vips);
    }
}
