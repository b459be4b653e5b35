package io.cloudpbx.campaigns.flow;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;

/**
 * That a number sends nothing for now, while others go on.
 *
 * @param until when it goes on at the earliest
 * @param sentence why, in plain words
 */
public record NumberRest(PhoneNumber number, Instant until, Reason because, String sentence) {
    /** Whose matter that is. */
    public enum Reason {
        /** Nobody's: it has sent what it may on this day. */
        DAILY_CAP,
        /** Nobody's: the carrier takes no more of it for now. */
        CARRIER,
        /** Somebody's here, who has to see to it. */
        FAULT
    }

    /** It has sent what it may until the carrier's day ends. */
    public static NumberRest after(PhoneNumber number, NumbersDay day, Instant now) {
        String sentence = "It has sent %,d segments today and may send %,d a day, which ends at midnight Pacific time."
                .formatted(day.sent(), day.most());
        return new NumberRest(number, CarrierDay.endAfter(now), Reason.DAILY_CAP, sentence);
    }
}
