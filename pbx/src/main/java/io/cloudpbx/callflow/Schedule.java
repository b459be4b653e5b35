package io.cloudpbx.callflow;

import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import java.time.ZoneId;
import java.util.List;

/**
 * Hours by the clock of a place.
 *
 * @param dates holidays and one-off closures, which replace the usual hours of their day
 */
public record Schedule(ZoneId zone, Week week, List<SpecialDay> dates) {
    public Schedule {
        dates = List.copyOf(dates);
    }
}
