package io.cloudpbx.hooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with an endpoint, over the thirty days that are kept.
 *
 * @param waiting deliveries that are still to be made
 * @param failed deliveries that were given up
 * @param deliveredAt when it last took one
 */
public record EndpointHealth(
        long waiting, long failed, @Nullable Instant deliveredAt) {
    static final EndpointHealth NOTHING_YET = new EndpointHealth(0, 0, null);
}
