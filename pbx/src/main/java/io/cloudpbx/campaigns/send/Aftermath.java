package io.cloudpbx.campaigns.send;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the carrier's answer to a request means for the delivery. */
sealed interface Aftermath {
    record Sent(CarrierId id, @Nullable MessageStatus status) implements Aftermath {}

    /** The carrier would not take it. */
    record Refused(int code) implements Aftermath {}

    /** It certainly was not sent, and may be tried again then; the sender rests as long if that is what is the matter. */
    record NotSent(Duration pause, boolean senderRests, String detail) implements Aftermath {}

    /** It was not asked for, as they have just said that they want no more. */
    record OptedOut() implements Aftermath {}

    /** It may have been sent. */
    record Unknown(String detail) implements Aftermath {}

    /** The sender's queue at the carrier is full (21611), or would not empty within its time (30001). */
    Set<Integer> QUEUE_FULL = Set.of(21611, 30001);

    /** The day's share is used up. */
    int DAY_IS_USED_UP = 63038;

    Duration REST = Duration.ofMinutes(10);
    Duration NEXT_LOOK = Duration.ofHours(1);
    Duration SHORTEST = Duration.ofSeconds(2);
    Duration LONGEST = Duration.ofMinutes(2);

    /** @param attempts how often it was tried, this time included */
    static Aftermath of(Handed handed, int attempts) {
        return switch (handed) {
            case Handed.Accepted(var text) -> new Sent(text.id(), text.status());
            case Handed.TooLate late -> new NotSent(Duration.ZERO, false, "It was not sent in time.");
            case Handed.Failed(CarrierFailure failure) -> failed(failure, attempts);
        };
    }

    private static Aftermath failed(CarrierFailure failure, int attempts) {
        String detail = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case REFUSED, GONE ->
                QUEUE_FULL.contains(failure.code()) ? new NotSent(REST, true, detail) : new Refused(failure.code());
            case NOT_NOW ->
                failure.code() == DAY_IS_USED_UP
                        ? new NotSent(NEXT_LOOK, true, detail)
                        : new NotSent(backOff(attempts), false, detail);
            case UNKNOWN_OUTCOME -> new Unknown(detail);
        };
    }

    private static Duration backOff(int attempts) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
