package io.cloudpbx.analytics;

import io.cloudpbx.analytics.flow.Period;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What figures are about.
 *
 * @param from the first day
 * @param to the last day, which is in it
 * @param timeZone whose midnights part the days
 * @param unfinished whether a part of it is still to come
 * @param until up to when it is counted
 */
public record Range(LocalDate from, LocalDate to, long days, String timeZone, boolean unfinished, Instant until) {
    static Range of(Period period) {
        return new Range(
                period.first(),
                period.last(),
                period.length(),
                period.zone().getId(),
                period.isUnfinished(),
                period.span().to());
    }
}
