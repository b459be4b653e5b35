package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.store.DeliveryFigureRows;
import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What campaigns sent, and what came of it. A text counts when it left, an opt-out or a reply when it came. */
@Component
public class DeliveryFigures implements FigureSource {
    public static final String SUBJECT = "campaigns";

    private final DeliveryFigureRows rows;

    DeliveryFigures(DeliveryFigureRows rows) {
        this.rows = rows;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    /** {@code campaign}: texts that left. */
    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return rows.byQuarter(from, to);
    }

    /**
     * {@code campaign} by which and outcome: {@code delivered}, {@code failed}, {@code unconfirmed}, {@code opted_out} or
     * {@code replied}; {@code segments} and {@code media}, {@code sent}.
     */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return rows.totals(from, to);
    }

    @Override
    public Optional<Instant> first() {
        return rows.first();
    }

    /** Days of UTC on which something left for them or came from them. */
    public List<LocalDate> daysWith(Collection<PhoneNumber> people) {
        return rows.daysWith(people);
    }

    public Map<UUID, String> names(Collection<UUID> campaigns) {
        return rows.names(campaigns);
    }
}
