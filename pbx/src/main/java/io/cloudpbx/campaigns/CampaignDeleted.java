package io.cloudpbx.campaigns;

import java.util.UUID;

/** A draft was thrown away; nothing can be asked about it any more. */
public record CampaignDeleted(UUID campaignId) {}
