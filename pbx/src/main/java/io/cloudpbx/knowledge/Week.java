package io.cloudpbx.knowledge;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The usual hours; a day without any is a day on which the business is closed. */
public record Week(Map<DayOfWeek, List<Hours>> days) {
    public static final Week UNKNOWN = new Week(Map.of());

    public Week {
        var copy = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        days.forEach((day, hours) -> {
            if (!hours.isEmpty()) {
                copy.put(day, List.copyOf(hours));
            }
        });
        days = Map.copyOf(copy);
    }

    public List<Hours> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** Whether nobody has said yet when the business is open. */
    public boolean isUnknown() {
        return days.isEmpty();
    }
}
