package io.cloudpbx.access.store;

import io.cloudpbx.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token by which a program acts for a person. */
public record ApiToken(
        String id,
        String name,
        Role role,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** The part that is not secret, by which people recognise it. */
    public String prefix() {
        return "cpbx_" + id;
    }
}
