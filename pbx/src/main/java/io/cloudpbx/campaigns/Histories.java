package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Evidence;
import io.cloudpbx.campaigns.store.FigureRows;
import io.cloudpbx.campaigns.store.HistoryRows;
import io.cloudpbx.campaigns.store.HistoryRows.Happened;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened with each delivery, for whoever has to prove it. */
@Component
public class Histories {
    private final CampaignViews campaigns;
    private final HistoryRows rows;
    private final FigureRows figures;
    private final Wording wording;
    private final DeliveryProofs proofs;

    Histories(CampaignViews campaigns, HistoryRows rows, FigureRows figures, Wording wording, DeliveryProofs proofs) {
        this.campaigns = campaigns;
        this.rows = rows;
        this.figures = figures;
        this.wording = wording;
        this.proofs = proofs;
    }

    /**
     * Something that happened with an attempt.
     *
     * @param message what the attempt said
     * @param proof by what it left; null for one that left before that was kept
     */
    public record Step(
            Happened happened, String message, @Nullable DeliveryProof proof) {}

    /** @param steps oldest first; nothing where it was never tried */
    public record History(DeliveryView delivery, List<Step> steps) {}

    /** Some of them, in the order of the audience. @param after the id after which they begin */
    public List<History> of(UUID id, long after, int limit) {
        Campaign campaign = campaigns.campaign(id);
        List<DeliveryView> deliveries = campaigns.deliveries(id, null, after, limit);
        List<Long> ids = deliveries.stream().map(DeliveryView::id).toList();
        Map<Long, List<Happened>> happened = rows.of(ids);
        Map<Long, Map<String, String>> fields =
                figures.byIds(ids).stream().collect(Collectors.toMap(Delivery::id, Delivery::fields));
        Map<Evidence, DeliveryProof> proven = proofs.inWords(happened.values().stream()
                .flatMap(List::stream)
                .flatMap(each -> Optional.ofNullable(each.evidence()).stream())
                .collect(Collectors.toSet()));
        return deliveries.stream()
                .map(delivery -> new History(
                        delivery,
                        happened.getOrDefault(delivery.id(), List.of()).stream()
                                .map(each -> step(campaign, each, fields.getOrDefault(delivery.id(), Map.of()), proven))
                                .toList()))
                .toList();
    }

    private Step step(
            Campaign campaign, Happened happened, Map<String, String> fields, Map<Evidence, DeliveryProof> proven) {
        Evidence evidence = happened.evidence();
        return new Step(
                happened, wording.of(campaign, fields, evidence), evidence == null ? null : proven.get(evidence));
    }
}
