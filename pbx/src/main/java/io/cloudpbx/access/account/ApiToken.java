package io.cloudpbx.access.account;

import io.cloudpbx.access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program acts for a person.
 *
 * @param prefix the part that is not secret, by which people recognise it
 */
public record ApiToken(
        String id,
        String name,
        String prefix,
        Role role,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
