package io.cloudpbx.access.store;

import io.cloudpbx.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as those see them who run the company.
 *
 * @param disabledAt since when they may not sign in; null when they may
 * @param activeAt when a session of theirs was last used; null when none is open
 * @param secondFactor whether signing in takes a code as well
 * @param passkeys how many they have
 */
public record Person(
        UUID id,
        String name,
        String email,
        Role role,
        Instant createdAt,
        @Nullable Instant disabledAt,
        @Nullable Instant activeAt,
        boolean secondFactor,
        int passkeys) {}
