package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.flow.ProofWords;
import io.cloudpbx.campaigns.store.CampaignRows;
import io.cloudpbx.campaigns.store.EvidenceRows;
import io.cloudpbx.contacts.Consent;
import io.cloudpbx.contacts.Consents;
import io.cloudpbx.settings.Settings;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was kept of texts that left, and what it says. */
@Component
class DeliveryProofs {
    private final EvidenceRows rows;
    private final Consents consents;
    private final CampaignRows campaigns;
    private final Settings settings;

    DeliveryProofs(EvidenceRows rows, Consents consents, CampaignRows campaigns, Settings settings) {
        this.rows = rows;
        this.consents = consents;
        this.campaigns = campaigns;
        this.settings = settings;
    }

    /** By the deliveries' ids; who has none is missing. */
    Map<Long, Evidence> of(List<Delivery> deliveries) {
        return rows.of(deliveries.stream().map(Delivery::id).toList());
    }

    /** The same in words, with what the ledger of consents has of them. */
    Map<Evidence, DeliveryProof> inWords(Collection<Evidence> kept) {
        ZoneId zone = settings.current().timeZone();
        Map<UUID, Consent> ledger = consents.byIds(
                kept.stream().flatMap(evidence -> consent(evidence).stream()).collect(Collectors.toSet()));
        Map<UUID, String> lists = lists(ledger.values());
        Map<Evidence, DeliveryProof> words = new HashMap<>();
        for (Evidence evidence : kept) {
            Consent consent = consent(evidence).map(ledger::get).orElse(null);
            String list = Optional.ofNullable(consent)
                    .flatMap(Audience::broughtTo)
                    .map(lists::get)
                    .orElse(null);
            String said = ProofWords.consent(evidence.grounds().consent(), consent, list, zone);
            words.put(evidence, words(evidence, said));
        }
        return words;
    }

    private static Optional<UUID> consent(Evidence evidence) {
        return Optional.ofNullable(evidence.grounds().consent()).map(UUID::fromString);
    }

    /** The names of the campaigns that lists were brought to. */
    private Map<UUID, String> lists(Collection<Consent> ledger) {
        return ledger.stream()
                .flatMap(consent -> Audience.broughtTo(consent).stream())
                .distinct()
                .flatMap(id -> campaigns.find(id).stream())
                .collect(Collectors.toMap(Campaign::id, Campaign::name));
    }

    private static DeliveryProof words(Evidence evidence, String consent) {
        return new DeliveryProof(
                evidence.grounds().lookedAt(),
                ProofWords.optOuts(evidence.checks()),
                consent,
                evidence.grounds().consent(),
                ProofWords.hours(evidence.grounds().hours()),
                evidence.checks());
    }
}
