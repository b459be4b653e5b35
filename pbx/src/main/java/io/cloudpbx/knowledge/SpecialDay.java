package io.cloudpbx.knowledge;

import java.time.LocalDate;
import java.util.List;

/**
 * A date with hours of its own, such as a holiday.
 *
 * @param label what it is, such as "Thanksgiving"
 * @param hours none: closed
 */
public record SpecialDay(LocalDate date, String label, List<Hours> hours) {
    public SpecialDay {
        hours = List.copyOf(hours);
    }
}
