package io.cloudpbx.access.store;

import io.cloudpbx.access.Role;
import java.time.Instant;
import java.util.UUID;

/** Somebody who was asked in and has not come yet. */
public record Invitation(UUID id, String email, Role role, String invitedBy, Instant createdAt, Instant expiresAt) {}
