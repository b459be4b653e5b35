package io.cloudpbx.campaigns;

import java.util.UUID;

/** Something became of deliveries of a campaign; told once a second at most. */
public record CampaignProgressed(UUID campaignId) {}
