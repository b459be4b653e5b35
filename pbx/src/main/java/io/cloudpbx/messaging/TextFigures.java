package io.cloudpbx.messaging;

import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
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
public class TextFigures implements FigureSource {
    public static final String SUBJECT = "texts";

    private final TextFigureRows rows;

    TextFigures(TextFigureRows rows) {
        this.rows = rows;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    /** {@code in}, and what left by who wrote it: {@code assistant}, {@code person}, {@code automatic}. */
    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return rows.byQuarter(from, to);
    }

    /**
     * {@code author} as above; {@code outcome}, {@code delivered}, {@code failed} or {@code unconfirmed}; {@code opt_out},
     * {@code words}; {@code segments} and {@code media}, {@code sent}; {@code first_answer} by who answered first ({@code assistant}
     * or {@code person}) and seconds waited, counted when the answer left.
     */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return rows.totals(from, to);
    }

    @Override
    public Optional<Instant> first() {
        return rows.first();
    }

    /** No figure before this instant changes when the text does. */
    public Optional<Instant> since(UUID text) {
        return rows.writtenAt(text);
    }

    /** Days of UTC on which there were texts with somebody. */
    public List<LocalDate> daysWith(UUID contact) {
        return rows.daysWith(contact);
    }

    /** About what texts cost, in millionths of a dollar. @param media texts with attachments, which are not among the segments */
    public static long about(long segments, long media) {
        return Math.round((segments * GateRulebook.price(1, 0) + media * GateRulebook.price(0, 1)) * 1_000_000);
    }
}
