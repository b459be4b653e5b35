package io.cloudpbx.extensions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own wish not to be rung.
 *
 * @param until null for until they say otherwise
 */
public record Quiet(Instant since, @Nullable Instant until) {
    public boolean lasts(Instant at) {
        return until == null || at.isBefore(until);
    }
}
