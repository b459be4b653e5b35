package io.cloudpbx.hooks;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where another system wants to hear of what happens here.
 *
 * @param oldSecretUntil until when the secret before the present one signs as well; null when there is none
 * @param pausedWhy a sentence; null while it is not paused
 * @param pausedByItself whether a person has to see to it, and not one who paused it
 */
public record Endpoint(
        UUID id,
        URI url,
        String description,
        Set<EventType> types,
        Instant createdAt,
        String createdBy,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant pausedAt,
        @Nullable String pausedWhy,
        boolean pausedByItself) {

    public Endpoint {
        types = Set.copyOf(types);
    }

    /** What people are told of it; the rest of an address may be a secret. */
    public String host() {
        return String.valueOf(url.getHost());
    }
}
