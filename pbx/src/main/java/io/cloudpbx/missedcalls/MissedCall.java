package io.cloudpbx.missedcalls;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who called and reached nobody.
 *
 * @param caller null when they withheld their number; such a call is an item of its own
 * @param misses how often, since the last time that it was done
 * @param lastCall the newest of them
 * @param wantsCallBack whether they asked for it in one of them
 * @param ownerId who wants to see to it; null for anybody
 * @param done null while it is open
 */
public record MissedCall(
        UUID id,
        @Nullable PhoneNumber caller,
        int misses,
        Instant firstAt,
        Instant lastAt,
        UUID lastCall,
        boolean wantsCallBack,
        @Nullable UUID ownerId,
        @Nullable Done done,
        long version) {

    /** @param by null when it was done by what happened */
    public record Done(Instant at, How how, @Nullable UUID by) {}

    /** What settled it. */
    public enum How {
        MARKED,
        TEXTED,
        CALLED,
        REACHED,
        MESSAGE_LEFT
    }
}
