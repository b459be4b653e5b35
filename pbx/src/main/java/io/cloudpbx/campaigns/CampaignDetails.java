package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people decide about a campaign before it starts. @param media uploads that each text carries */
public record CampaignDetails(
        String name,
        String message,
        TextKind kind,
        Policy policy,
        List<PhoneNumber> senders,
        List<UUID> media,
        @Nullable Instant startsAt) {
    public CampaignDetails {
        senders = List.copyOf(senders);
        media = List.copyOf(media);
    }
}
