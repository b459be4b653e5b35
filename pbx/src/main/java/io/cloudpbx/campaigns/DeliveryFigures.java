package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.DeliveryFigureRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What campaigns sent, and what came of it. A text counts when it left, an opt-out or a reply when it came. */
@Component
public class DeliveryFigures {
    public static final String SUBJECT = "campaigns";

    private final DeliveryFigureRows rows;

    DeliveryFigures(DeliveryFigureRows rows) {
        this.rows = rows;
    }

    /** Days of UTC on which something left for them or came from them. */
    public List<LocalDate> daysWith(Collection<PhoneNumber> people) {
        return rows.daysWith(people);
    }

    /** @param failed of those sent, what did not arrive */
    public record Counted(long sent, long failed) {}

    /** From an instant up to another. */
    public Counted between(Instant from, Instant to) {
        return rows.between(from, to);
    }

    public Map<UUID, String> names(Collection<UUID> campaigns) {
        return rows.names(campaigns);
    }
}
