package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.HistoryRows;
import io.cloudpbx.campaigns.store.HistoryRows.Happened;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happened with each delivery, for whoever has to prove it. */
@Component
public class Histories {
    private final CampaignViews campaigns;
    private final HistoryRows rows;

    Histories(CampaignViews campaigns, HistoryRows rows) {
        this.campaigns = campaigns;
        this.rows = rows;
    }

    /** @param happened oldest first; nothing where it was never tried */
    public record History(DeliveryView delivery, List<Happened> happened) {}

    /** Some of them, in the order of the audience. @param after the id after which they begin */
    public List<History> of(UUID id, long after, int limit) {
        List<DeliveryView> deliveries = campaigns.deliveries(id, null, after, limit);
        Map<Long, List<Happened>> happened =
                rows.of(deliveries.stream().map(DeliveryView::id).toList());
        return deliveries.stream()
                .map(delivery -> new History(delivery, happened.getOrDefault(delivery.id(), List.of())))
                .toList();
    }
}
