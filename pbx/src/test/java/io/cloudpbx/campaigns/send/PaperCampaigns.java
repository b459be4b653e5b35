package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.State;
import io.cloudpbx.campaigns.Delivery;
import io.cloudpbx.campaigns.flow.Lifecycle;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.send.PaperTables.PaceRow;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns on paper. */
final class PaperCampaigns implements CampaignLedger {
    private final PaperTables tables;

    PaperCampaigns(PaperTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Campaign> find(UUID id) {
        return Optional.ofNullable(tables.campaigns.get(id));
    }

    /** Nobody else writes meanwhile: on paper, one transaction comes after the other. */
    @Override
    public Optional<Campaign> lock(UUID id) {
        return find(id);
    }

    @Override
    public Optional<Campaign> lockIfFree(UUID id) {
        return find(id);
    }

    @Override
    public List<Campaign> running() {
        return tables.campaigns.values().stream()
                .filter(campaign -> campaign.state() == State.RUNNING)
                .toList();
    }

    @Override
    public List<UUID> begin(Instant now) {
        List<UUID> begun = new ArrayList<>();
        for (Campaign campaign : List.copyOf(tables.campaigns.values())) {
            Instant starts = campaign.startsAt();
            if (campaign.state() == State.SCHEDULED && starts != null && !starts.isAfter(now)) {
                tables.put(moved(campaign, State.RUNNING, campaign.why(), now, campaign.endedAt()));
                begun.add(campaign.id());
            }
        }
        return begun;
    }

    @Override
    public boolean move(UUID id, Lifecycle act, @Nullable String why, Instant now) {
        Campaign campaign = tables.campaigns.get(id);
        if (campaign == null || !act.from().contains(campaign.state())) {
            return false;
        }
        boolean starts = act.to() == State.RUNNING && campaign.startedAt() == null;
        boolean ends = act.to() == State.DONE || act.to() == State.CANCELED;
        tables.put(moved(campaign, act.to(), why, starts ? now : campaign.startedAt(), ends ? now : null));
        if (act.to() == State.RUNNING) {
            campaign.senders().forEach(this::wake);
        }
        return true;
    }

    private void wake(PhoneNumber sender) {
        tables.paces.computeIfPresent(
                sender.e164(),
                (number, pace) -> pace.because().isEmpty() ? pace : new PaceRow(pace.nextFreeAt(), null, ""));
    }

    @Override
    public void reopen(UUID id) {
        Campaign campaign = tables.campaigns.get(id);
        if (campaign != null && campaign.state() == State.DONE) {
            tables.put(moved(campaign, State.RUNNING, campaign.why(), campaign.startedAt(), null));
        }
    }

    @Override
    public List<UUID> goOn(Instant since) {
        List<UUID> those = tables.campaigns.values().stream()
                .filter(campaign -> campaign.state() == State.DONE)
                .filter(campaign ->
                        campaign.endedAt() != null && campaign.endedAt().isAfter(since))
                .map(Campaign::id)
                .filter(id -> tables.of(id).anyMatch(row -> row.state == Delivery.State.WAITING))
                .toList();
        those.forEach(this::reopen);
        return those;
    }

    private static Campaign moved(
            Campaign campaign, State to, @Nullable String why, @Nullable Instant startedAt, @Nullable Instant endedAt) {
        return new Campaign(
                campaign.id(),
                campaign.name(),
                campaign.message(),
                campaign.kind(),
                campaign.policy(),
                to,
                why,
                campaign.senders(),
                campaign.media(),
                campaign.startsAt(),
                campaign.createdAt(),
                campaign.createdBy(),
                startedAt,
                endedAt,
                campaign.version() + 1);
    }
}
