package io.cloudpbx.analytics.flow;

import java.time.Instant;

/** From an instant up to another, which is not in it. */
public record Span(Instant from, Instant to) {
    public boolean isEmpty() {
        return !from.isBefore(to);
    }
}
