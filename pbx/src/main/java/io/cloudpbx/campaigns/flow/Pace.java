package io.cloudpbx.campaigns.flow;

import io.cloudpbx.telephony.PhoneNumber;

/**
 * How fast a number may send, in segments a second (R12): networks count segments, and what is too fast is queued at the carrier,
 * where it can neither be paused nor opted out of.
 *
 * @param local a local number's
 * @param tollFree a toll-free number's
 */
public record Pace(double local, double tollFree) {
    /**
     * Of the rate that is used: whoever counts in seconds that begin at other instants than ours, and after a journey that took a
     * little longer or shorter, finds no more in any of them than is allowed.
     */
    private static final double KEPT = 0.99;

    public double of(PhoneNumber sender) {
        return sender.isTollFree() ? tollFree : local;
    }

    /** How long after a text the number's next one is planned, in seconds. */
    public double slot(PhoneNumber sender, int segments) {
        return seconds(sender, segments) / KEPT;
    }

    /** How long a number is busy with a text, in seconds; less must never lie between it and the next. */
    public double seconds(PhoneNumber sender, int segments) {
        return Math.max(1, segments) / of(sender);
    }
}
