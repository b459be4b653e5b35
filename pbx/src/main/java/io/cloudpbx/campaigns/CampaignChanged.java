package io.cloudpbx.campaigns;

import java.util.UUID;

/** Something about a campaign itself changed, such as whether it runs. */
public record CampaignChanged(UUID campaignId) {}
