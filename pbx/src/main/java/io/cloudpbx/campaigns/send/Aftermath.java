package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.flow.Blame;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.messaging.Handed;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.MessageStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the carrier's answer to a request means for the delivery. */
sealed interface Aftermath {
    record Sent(CarrierId id, @Nullable MessageStatus status) implements Aftermath {}

    /** The carrier would not take it. */
    record Refused(int code) implements Aftermath {}

    /**
     * It certainly was not sent, and may be tried again then.
     *
     * @param restCode the carrier's, for which the number rests as long; {@link #NO_REST} where it does not
     */
    record NotSent(Duration pause, int restCode, String detail) implements Aftermath {}

    /** The carrier takes nothing of its number, which rests so long; they wait for another, or for that one. */
    record NumberAtFault(int code, Duration rest) implements Aftermath {}

    /** The carrier takes nothing of us: nobody else is asked for before somebody has seen to it, and they wait. */
    record AccountAtFault(int code, Duration putOff) implements Aftermath {}

    /** It certainly was not sent, and was tried so often that nobody tries it any more. */
    record GivenUp(String detail) implements Aftermath {}

    /** It was not asked for, as they have just said that they want no more. */
    record OptedOut() implements Aftermath {}

    /** It may have been sent. */
    record Unknown(String detail) implements Aftermath {}

    int NO_REST = 0;

    Duration SHORTEST = Duration.ofSeconds(2);
    Duration LONGEST = Duration.ofMinutes(2);

    /** More than a day of a carrier that is always busy; without an end, a campaign would have none. */
    int MOST_ATTEMPTS = 1_000;

    /** @param attempts how often it was tried, this time included */
    static Aftermath of(Handed handed, int attempts) {
        return switch (answer(handed, attempts)) {
            case NotSent(var pause, int restCode, String detail) when attempts >= MOST_ATTEMPTS -> new GivenUp(detail);
            case Aftermath other -> other;
        };
    }

    private static Aftermath answer(Handed handed, int attempts) {
        return switch (handed) {
            case Handed.Accepted(var text) -> new Sent(text.id(), text.status());
            case Handed.TooLate late -> new NotSent(Duration.ZERO, NO_REST, "It was not sent in time.");
            case Handed.Failed(CarrierFailure failure) -> failed(failure, attempts);
        };
    }

    private static Aftermath failed(CarrierFailure failure, int attempts) {
        String detail = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case REFUSED, GONE -> refused(failure.code(), detail);
            case NOT_NOW ->
                Blame.of(failure.code()) instanceof Blame.TooMuch(Duration rest)
                        ? new NotSent(rest, failure.code(), detail)
                        : new NotSent(backOff(attempts), NO_REST, detail);
            case UNKNOWN_OUTCOME -> new Unknown(detail);
        };
    }

    private static Aftermath refused(int code, String detail) {
        return switch (Blame.of(code)) {
            case Blame.Theirs theirs -> new Refused(code);
            case Blame.Late late -> new Refused(code);
            case Blame.TooMuch(Duration rest) -> new NotSent(rest, code, detail);
            case Blame.TooMuchToday today -> new NotSent(Blame.NEXT_LOOK, code, detail);
            case Blame.Numbers number -> new NumberAtFault(code, Blame.NEXT_LOOK);
            case Blame.Accounts(Duration putOff) -> new AccountAtFault(code, putOff);
        };
    }

    private static Duration backOff(int attempts) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
