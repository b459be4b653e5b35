package io.cloudpbx.campaigns;

import java.time.Instant;
import java.util.UUID;

/**
 * People kept under a name. Whoever uses them copies them: what becomes of them later changes no campaign.
 *
 * @param people how many there are now; whoever is forgotten is not among them any more
 */
public record SavedAudience(UUID id, String name, long people, Instant createdAt, String createdBy) {}
