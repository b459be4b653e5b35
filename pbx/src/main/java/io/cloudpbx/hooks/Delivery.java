package io.cloudpbx.hooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint is told.
 *
 * @param id the receiver's {@code webhook-id}, the same however often it is sent
 * @param body the JSON, the same as well
 * @param tries since it was last asked for
 * @param nextTryAt null when there is none
 */
public record Delivery(
        UUID id,
        UUID endpointId,
        EventType type,
        Instant occurredAt,
        String body,
        State state,
        int tries,
        @Nullable Instant firstTriedAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant endedAt) {

    /** How far it has come; only the first goes on by itself. */
    public enum State {
        WAITING,
        DELIVERED,
        FAILED
    }

    /** The identifier as receivers see it. */
    public String messageId() {
        return "msg_" + id.toString().replace("-", "");
    }
}
