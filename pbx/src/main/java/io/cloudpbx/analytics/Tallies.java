package io.cloudpbx.analytics;

import io.cloudpbx.analytics.flow.Pieces;
import io.cloudpbx.analytics.flow.Span;
import io.cloudpbx.analytics.store.TallyRows;
import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Figures of any span: from days that are counted where there are such, from the rows where not. Read in one transaction that sees one
 * state, they agree with each other.
 */
@Component
class Tallies {
    private final Map<String, FigureSource> sources;
    private final TallyRows rows;

    Tallies(List<FigureSource> sources, TallyRows rows) {
        this.sources = sources.stream().collect(Collectors.toMap(FigureSource::subject, Function.identity()));
        this.rows = rows;
    }

    Totals totals(String subject, Span span) {
        var pieces = pieces(subject, span);
        return Totals.of(Stream.concat(
                pieces.counted().stream().flatMap(days -> rows.totals(subject, days).stream()),
                pieces.rest().stream().flatMap(rest -> fromRows(subject, rest))));
    }

    private Stream<Figure> fromRows(String subject, Span rest) {
        return source(subject).totals(rest.from(), rest.to()).stream();
    }

    /** In stretches of so long, or shorter. */
    List<TimedFigure> course(String subject, Span span, Duration stretch) {
        var pieces = pieces(subject, span);
        return Stream.concat(
                        pieces.counted().stream().flatMap(days -> rows.byStretch(subject, days, stretch).stream()),
                        pieces.rest().stream()
                                .flatMap(rest -> source(subject).byQuarter(rest.from(), rest.to()).stream()))
                .toList();
    }

    private Pieces pieces(String subject, Span span) {
        LocalDate first = LocalDate.ofInstant(span.from(), ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(span.to(), ZoneOffset.UTC);
        return Pieces.of(span, rows.counted(subject, first, last));
    }

    private FigureSource source(String subject) {
        return Objects.requireNonNull(sources.get(subject));
    }
}
