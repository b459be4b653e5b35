package io.cloudpbx.callflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hours that somebody closed by hand, whatever they say. @param until null for until it is opened again */
public record Closure(String hours, Instant since, @Nullable Instant until, String by) {
    /** The hours themselves are closed then, as far as is known now. */
    public boolean covers(Instant at) {
        return !at.isBefore(since) && (until == null || at.isBefore(until));
    }
}
