package io.cloudpbx.analytics.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A span, cut into days of UTC that are counted and the rest of it, which is not. Together they are the span, without a gap and without
 * an overlap.
 *
 * @param counted runs of whole days, as long as they can be
 * @param rest what has to be counted by looking at rows
 */
public record Pieces(List<Days> counted, List<Span> rest) {

    /** @param last is in it */
    public record Days(LocalDate first, LocalDate last) {}

    /** @param known days that are counted */
    public static Pieces of(Span span, Set<LocalDate> known) {
        List<Days> counted = new ArrayList<>();
        List<Span> rest = new ArrayList<>();
        Instant here = span.from();
        while (here.isBefore(span.to())) {
            LocalDate day = LocalDate.ofInstant(here, ZoneOffset.UTC);
            boolean isCounted = isCounted(day, span, known);
            LocalDate next = day.plusDays(1);
            while (midnight(next).isBefore(span.to()) && isCounted(next, span, known) == isCounted) {
                next = next.plusDays(1);
            }
            Instant end = midnight(next).isBefore(span.to()) ? midnight(next) : span.to();
            if (isCounted) {
                counted.add(new Days(day, next.minusDays(1)));
            } else {
                rest.add(new Span(here, end));
            }
            here = end;
        }
        return new Pieces(List.copyOf(counted), List.copyOf(rest));
    }

    /** Only a day that lies in the span as a whole can be taken as it was counted. */
    private static boolean isCounted(LocalDate day, Span span, Set<LocalDate> known) {
        return known.contains(day)
                && !midnight(day).isBefore(span.from())
                && !midnight(day.plusDays(1)).isAfter(span.to());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
