package io.cloudpbx.campaigns.flow;

import java.time.Instant;
import java.time.ZoneId;

/** The day by which networks count what numbers send: it ends at midnight on the Pacific coast ({@code twilio.md} section 14, 30027). */
public final class CarrierDay {
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private CarrierDay() {}

    public static Instant endAfter(Instant instant) {
        return instant.atZone(PACIFIC)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(PACIFIC)
                .toInstant();
    }
}
