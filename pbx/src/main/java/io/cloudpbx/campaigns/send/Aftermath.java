package io.cloudpbx.campaigns.send;

import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the carrier's answer to a request means for the delivery. */
sealed interface Aftermath {
    record Sent(CarrierId id, @Nullable MessageStatus status) implements Aftermath {}

    /** The carrier would not take it. */
    record Refused(int code) implements Aftermath {}

    /** It certainly was not sent, and may be tried again then; the sender rests as long if that is what is the matter. */
    record NotSent(Duration pause, boolean senderRests, String detail) implements Aftermath {}

    /** It certainly was not sent, and was tried so often that nobody tries it any more. */
    record GivenUp(String detail) implements Aftermath {}

    /** It was not asked for, as they have just said that they want no more. */
    record OptedOut() implements Aftermath {}

    /** It may have been sent. */
    record Unknown(String detail) implements Aftermath {}

    Duration REST = Duration.ofMinutes(10);
    Duration NEXT_LOOK = Duration.ofHours(1);

    /**
     * How long a number rests of which the carrier says this (R12): its queue there is full (21611) or would not empty within its time
     * (30001), it was too fast for its registration (30022), its share of the day is used up (30023), or the account's (63038).
     */
    Map<Integer, Duration> RESTS = Map.of(21611, REST, 30001, REST, 30022, REST, 30023, NEXT_LOOK, 63038, NEXT_LOOK);

    Duration SHORTEST = Duration.ofSeconds(2);
    Duration LONGEST = Duration.ofMinutes(2);

    /** More than a day of a carrier that is always busy; without an end, a campaign would have none. */
    int MOST_ATTEMPTS = 1_000;

    /** @param attempts how often it was tried, this time included */
    static Aftermath of(Handed handed, int attempts) {
        return switch (answer(handed, attempts)) {
            case NotSent(var pause, boolean rests, String detail) when attempts >= MOST_ATTEMPTS -> new GivenUp(detail);
            case Aftermath other -> other;
        };
    }

    private static Aftermath answer(Handed handed, int attempts) {
        return switch (handed) {
            case Handed.Accepted(var text) -> new Sent(text.id(), text.status());
            case Handed.TooLate late -> new NotSent(Duration.ZERO, false, "It was not sent in time.");
            case Handed.Failed(CarrierFailure failure) -> failed(failure, attempts);
        };
    }

    private static Aftermath failed(CarrierFailure failure, int attempts) {
        String detail = String.valueOf(failure.getMessage());
        Duration rest = RESTS.get(failure.code());
        return switch (failure.kind()) {
            case REFUSED, GONE -> rest == null ? new Refused(failure.code()) : new NotSent(rest, true, detail);
            case NOT_NOW ->
                rest == null ? new NotSent(backOff(attempts), false, detail) : new NotSent(rest, true, detail);
            case UNKNOWN_OUTCOME -> new Unknown(detail);
        };
    }

    private static Duration backOff(int attempts) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
