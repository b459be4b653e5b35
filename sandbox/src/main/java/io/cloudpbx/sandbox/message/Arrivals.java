package io.cloudpbx.sandbox.message;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** How many segments each sender hands over per second, to tell where that is more than it may send (A24, E6). */
final class Arrivals {
    private final Map<String, Second> current = new HashMap<>();

    /** One sender's segments of one second. */
    record Second(String sender, Instant second, int segments, double allowed) {
        Second and(int more) {
            return new Second(sender, second, segments + more, allowed);
        }

        boolean tooMany() {
            return segments > Math.max(1, allowed);
        }
    }

    /** Counts a text; returns the sender's second before, when there was too much in it. */
    synchronized List<Second> count(String sender, int segments, double allowed, Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        Second before = current.get(sender);
        if (before != null && before.second().equals(second)) {
            current.put(sender, before.and(segments));
            return List.of();
        }
        current.put(sender, new Second(sender, second, segments, allowed));
        return before != null && before.tooMany() ? List.of(before) : List.of();
    }

    /** The seconds that are over by now and in which there was too much; each is told once. */
    synchronized List<Second> over(Instant now) {
        if (current.isEmpty()) {
            return List.of();
        }
        List<Second> over = new ArrayList<>();
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        for (Iterator<Second> all = current.values().iterator(); all.hasNext(); ) {
            Second one = all.next();
            if (one.second().isBefore(second)) {
                all.remove();
                if (one.tooMany()) {
                    over.add(one);
                }
            }
        }
        return over;
    }
}
