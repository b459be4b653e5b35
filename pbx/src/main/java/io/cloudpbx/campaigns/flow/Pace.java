package io.cloudpbx.campaigns.flow;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;

/**
 * How fast a number may send, in segments a second (R12): networks count segments, and what is too fast is queued at the carrier,
 * where it can neither be paused nor opted out of.
 *
 * @param local a local number's
 * @param tollFree a toll-free number's
 * @param account how many texts a second all numbers may send together; 0 for as many as each of them may
 */
public record Pace(double local, double tollFree, double account) {
    /**
     * Of the rate that is used: whoever counts in seconds that begin at other instants than ours, and after a journey that took a
     * little longer or shorter, finds no more in any of them than is allowed.
     */
    private static final double KEPT = 0.99;

    /** Without a rate of the account. */
    public Pace(double local, double tollFree) {
        this(local, tollFree, 0);
    }

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

    public boolean isShared() {
        return account > 0;
    }

    /** How long after a text the next one of any number is planned, in seconds. */
    public double between() {
        return 1 / (account * KEPT);
    }

    /** How many segments a second numbers may send together. @param each how many a text has, about */
    public double together(List<PhoneNumber> senders, double each) {
        return Math.min(senders.stream().mapToDouble(this::of).sum(), most(each));
    }

    /** How many segments a second the account may send; infinite where it has no rate. */
    public double most(double each) {
        return isShared() ? account * each : Double.POSITIVE_INFINITY;
    }
}
