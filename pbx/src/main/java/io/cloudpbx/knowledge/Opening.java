package io.cloudpbx.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the business is open. */
public sealed interface Opening {
    /**
     * Open.
     *
     * @param until null when no end is known within a year
     */
    record Open(@Nullable Instant until) implements Opening {}

    /**
     * Closed.
     *
     * @param opensAt null when it does not open within a year
     */
    record Closed(@Nullable Instant opensAt) implements Opening {}

    /** Nobody has said when it is open. */
    record Unknown() implements Opening {}
}
