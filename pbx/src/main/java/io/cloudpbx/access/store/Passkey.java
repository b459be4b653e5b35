package io.cloudpbx.access.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passkey as people know it. @param backedUp whether its maker keeps copies of it, on other devices too; null when it was not used since that is noted */
public record Passkey(
        UUID id,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Boolean backedUp) {}
