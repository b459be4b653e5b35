package io.cloudpbx.access;

import java.time.ZoneId;
import java.util.UUID;

/**
 * The first owner has set the company up. Published in the transaction that made the user, so that a listener's changes
 * hold exactly when the user's do.
 */
public record OwnerSetUp(UUID userId, String businessName, ZoneId timeZone) {}
