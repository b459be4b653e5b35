package io.cloudpbx.campaigns;

import java.time.Instant;
import java.util.UUID;

/**
 * Something became of deliveries of a campaign.
 *
 * @param since of none that left before
 */
public record CampaignProgressed(UUID campaignId, Instant since) {}
