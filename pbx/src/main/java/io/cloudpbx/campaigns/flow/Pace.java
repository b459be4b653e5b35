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
    public double of(PhoneNumber sender) {
        return sender.isTollFree() ? tollFree : local;
    }

    /** How long a number is busy with a text, in seconds. */
    public double seconds(PhoneNumber sender, int segments) {
        return Math.max(1, segments) / of(sender);
    }
}
