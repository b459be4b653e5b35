package io.cloudpbx.claude;

import io.cloudpbx.claude.store.QuestionFigureRows;
import io.cloudpbx.figures.Figure;
import io.cloudpbx.figures.FigureSource;
import io.cloudpbx.figures.TimedFigure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What questions to Claude cost. A question counts when it was asked; its price stands seconds later and changes no more. */
@Component
public class SpendingFigures implements FigureSource {
    public static final String SUBJECT = "claude";

    private final QuestionFigureRows rows;

    SpendingFigures(QuestionFigureRows rows) {
        this.rows = rows;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<TimedFigure> byQuarter(Instant from, Instant to) {
        return List.of();
    }

    /**
     * By what was asked about, {@code calls} or {@code texts}, reviews among the latter: {@code questions} and {@code dollars}, in
     * millionths; {@code unpriced}, questions of a model whose price is not known.
     */
    @Override
    public List<Figure> totals(Instant from, Instant to) {
        return rows.totals(from, to);
    }

    @Override
    public Optional<Instant> first() {
        return rows.first();
    }
}
