package io.cloudpbx.sandbox.call;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How fast one account's ordered calls leave the queue ({@code twilio.md} section 15: one a second). */
final class CallPace {
    private final Map<String, Instant> next = new HashMap<>();
    private Duration gap = Duration.ofSeconds(1);

    /** @param perSecond 0 for no limit */
    synchronized void limit(double perSecond) {
        gap = perSecond == 0 ? Duration.ZERO : Duration.ofNanos((long) (1_000_000_000L / perSecond));
    }

    /** When a call that is ordered now may begin; its place is taken. */
    synchronized Instant take(String accountSid, Instant now) {
        Instant free = next.getOrDefault(accountSid, now);
        Instant begins = free.isAfter(now) ? free : now;
        next.put(accountSid, begins.plus(gap));
        return begins;
    }
}
