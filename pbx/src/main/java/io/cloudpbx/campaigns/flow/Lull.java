package io.cloudpbx.campaigns.flow;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A while in which nothing of a running campaign can leave.
 *
 * @param until when something may leave at the earliest
 * @param first who is waited for by their clock; null where that is not what it waits for
 */
public record Lull(Instant until, Reason because, @Nullable PhoneNumber first) {
    /** Shorter ones are its ordinary pace, as while a busy carrier is left alone for some seconds. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final String QUIET_HOURS = "quiet_hours";

    /** What is waited for. */
    public enum Reason {
        /** Decent hours, where whoever comes first is. */
        HOURS,
        /** The carrier, which takes nothing more for now. */
        CARRIER,
        /** The next day, as its numbers have sent what they may on this one. */
        DAILY_CAP
    }

    /**
     * The recipient whose turn comes first.
     *
     * @param due when that is, or has been
     * @param code why they wait: the gate's, or empty
     */
    public record Next(PhoneNumber to, Instant due, String code) {}

    /** @param rest of the one among its numbers that is free again first; null while one is */
    public static Optional<Lull> of(Instant now, Next next, @Nullable NumberRest rest) {
        return Optional.of(longer(next, rest)).filter(lull -> !lull.until().isBefore(now.plus(SHORTEST)));
    }

    private static Lull longer(Next next, @Nullable NumberRest rest) {
        if (rest != null && rest.until().isAfter(next.due())) {
            Reason because = rest.because() == NumberRest.Reason.DAILY_CAP ? Reason.DAILY_CAP : Reason.CARRIER;
            return new Lull(rest.until(), because, null);
        }
        return next.code().equals(QUIET_HOURS)
                ? new Lull(next.due(), Reason.HOURS, next.to())
                : new Lull(next.due(), Reason.CARRIER, null);
    }
}
