package io.cloudpbx.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whoever keeps rows that are counted. Each row counts at one instant, and all its figures are found by asking for a span of time that
 * holds this instant: so spans that meet add up.
 */
public interface FigureSource {
    /** Stable: it is stored. */
    String subject();

    /** Quarters of an hour in which there was something. @param to is not in the span */
    List<TimedFigure> byQuarter(Instant from, Instant to);

    /** @param to is not in the span */
    List<Figure> totals(Instant from, Instant to);

    /** When the oldest of it happened. */
    Optional<Instant> first();
}
