package io.cloudpbx.knowledge;

import java.time.LocalTime;

/**
 * Open from one time to another, by the business's own clock. A closing time that is not after the opening one is on the
 * next day, so 00:00 to 00:00 is a whole day.
 */
public record Hours(LocalTime opens, LocalTime closes) {
    public static Hours of(String opens, String closes) {
        return new Hours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    public boolean endsNextDay() {
        return !closes.isAfter(opens);
    }
}
