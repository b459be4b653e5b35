package io.cloudpbx.hooks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver.
 *
 * @param status of HTTP; null when there was no answer
 * @param failure why there was none, as a sentence; null when there was one
 * @param answer its beginning, as text; null when there was none
 */
public record Try(
        Instant at,
        Duration took,
        @Nullable Integer status,
        @Nullable String failure,
        @Nullable String answer) {

    /** {@code 2xx}: the receiver has it. */
    public boolean isTaken() {
        return status != null && status / 100 == 2;
    }

    /** Whether the receiver answered at all. */
    public boolean isAnswered() {
        return status != null;
    }
}
