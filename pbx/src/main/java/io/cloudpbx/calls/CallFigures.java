package io.cloudpbx.calls;

import io.cloudpbx.calls.store.CallFigureRows;
import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How calls ended, whom they were for and how long callers waited. A call counts when it came in. */
@Component
public class CallFigures implements FigureSource {
    public static final String SUBJECT = "calls";

    private final CallFigureRows rows;

    CallFigures(CallFigureRows rows) {
        this.rows = rows;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    /** By outcome. */
    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return rows.byQuarter(from, to);
    }

    /**
     * {@code ending} by outcome; {@code extension} and {@code number} by which and outcome; {@code receptionist}, those that came to
     * the receptionist, by outcome; {@code wait} by seconds until a person answered; {@code talk}, {@code seconds} spoken with people.
     */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return rows.totals(from, to);
    }

    @Override
    public Optional<Instant> first() {
        return rows.first();
    }

    /** Where its figures stand. */
    public Optional<Instant> since(UUID call) {
        return rows.startOf(call);
    }
}
