package io.cloudpbx.messaging;

import io.cloudpbx.messaging.store.TextFigureRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How many texts came in and left, apart from those of campaigns. A text counts when it came in or was taken by the carrier; one that the
 * carrier refused, when it was written.
 */
@Component
public class TextFigures {
    public static final String SUBJECT = "texts";

    private final TextFigureRows rows;

    TextFigures(TextFigureRows rows) {
        this.rows = rows;
    }

    /** No figure before this instant changes when the text does. */
    public Optional<Instant> since(UUID text) {
        return rows.writtenAt(text);
    }

    /** Days of UTC on which there were texts with somebody. */
    public List<LocalDate> daysWith(UUID contact) {
        return rows.daysWith(contact);
    }

    /** @param failed of those sent, what did not arrive */
    public record Counted(long received, long sent, long failed) {}

    /** From an instant up to another. */
    public Counted between(Instant from, Instant to) {
        return rows.between(from, to);
    }

    /** About what texts cost, in millionths of a dollar. @param media texts with attachments, which are not among the segments */
    public static long about(long segments, long media) {
        return Math.round((segments * GateRulebook.price(1, 0) + media * GateRulebook.price(0, 1)) * 1_000_000);
    }
}
