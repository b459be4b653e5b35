package io.cloudpbx.campaigns.send;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When texts of this node have left their numbers. A slot that is used late, as while the program collects garbage, would
 * otherwise lie closer to the next one than the number's rate allows.
 */
final class Spacing {
    private final Map<PhoneNumber, Long> free = new ConcurrentHashMap<>();

    /**
     * Gives the number away for so long.
     *
     * @param now on the machine's clock
     * @param nanos how long nothing else may leave
     * @return from when on: now, or later while it is given away
     */
    long take(PhoneNumber number, long now, long nanos) {
        long after = free.merge(number, now + nanos, (until, fromNow) -> Math.max(until, now) + nanos);
        return after - nanos;
    }
}
