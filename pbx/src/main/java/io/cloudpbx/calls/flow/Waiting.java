package io.cloudpbx.calls.flow;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who waits in queues, as one caller finds it.
 *
 * @param seen whether anybody knows; without the database nobody does, and every caller is as if alone
 * @param place the key of the queue in which this caller waits already; null when in none
 * @param waited how long there
 * @param before by the key of a queue, those who came there before this caller
 * @param engaged extensions that talk, or are being rung
 */
public record Waiting(
        boolean seen, @Nullable String place, Duration waited, Map<String, Before> before, Set<String> engaged) {
    /** Nobody waits. */
    public static final Waiting NOBODY = new Waiting(true, null, Duration.ZERO, Map.of(), Set.of());

    /** @param atMusic those of them for whom nobody is being rung now */
    public record Before(int all, int atMusic) {
        private static final Before NONE = new Before(0, 0);
    }

    public Waiting {
        before = Map.copyOf(before);
        engaged = Set.copyOf(engaged);
    }

    /** @param lasted how long the call has, of which nobody knows how much was spent in a queue */
    public static Waiting unseen(Duration lasted) {
        return new Waiting(false, null, lasted, Map.of(), Set.of());
    }

    /** One caller, and nobody else. */
    public static Waiting alone(@Nullable String place, Duration waited) {
        return new Waiting(true, place, waited, Map.of(), Set.of());
    }

    Duration waitedAt(String key) {
        return !seen || key.equals(place) ? waited : Duration.ZERO;
    }

    /** 1 is whose turn comes next; 0 when nobody knows. */
    int position(String key) {
        return seen ? before(key).all() + 1 : 0;
    }

    /** Whether nobody else is to be rung for first. */
    boolean isNext(String key) {
        return before(key).atMusic() == 0;
    }

    private Before before(String key) {
        return before.getOrDefault(key, Before.NONE);
    }

    boolean isFree(Callee callee) {
        return !engaged.contains(callee.ext());
    }
}
