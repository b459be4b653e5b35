package io.cloudpbx.dialing.flow;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom people here may call, and how much (T4).
 *
 * @param countries two letters each; {@code US} does not include the territories and islands that share its code
 * @param callsPerDay of one person
 * @param centsPerDay of one person, by {@link #CENTS_PER_MINUTE}
 */
public record DialRules(Set<String> countries, int callsPerDay, int centsPerDay) {
    /** Both sides of a call are paid for; what that costs in the US, rounded up. */
    public static final int CENTS_PER_MINUTE = 3;

    private static final Duration LONGEST = Duration.ofHours(2);
    /** Global satellite and international networks have codes of their own and belong to no country. */
    private static final Pattern SATELLITE = Pattern.compile("\\+(87|88[1-3]|979|888)\\d+");

    private static final Pattern PAID_IN_AMERICA = Pattern.compile("\\+1(900\\d{7}|\\d{3}976\\d{4})");

    /** Why not. */
    public enum Refusal {
        SATELLITE,
        PREMIUM,
        COUNTRY,
        OWN_NUMBER,
        /** One call at a time: what the next may cost is only known when this one is over. */
        CALLING,
        TOO_MANY,
        TOO_DEAR
    }

    /**
     * What one person has called today.
     *
     * @param seconds of all their calls
     * @param calling whether one of them is live
     */
    public record Used(int calls, long seconds, boolean calling) {
        long cents() {
            return (seconds + 59) / 60 * CENTS_PER_MINUTE;
        }
    }

    public Optional<Refusal> against(PhoneNumber to, boolean ours, Used used) {
        if (SATELLITE.matcher(to.e164()).matches()) {
            return Optional.of(Refusal.SATELLITE);
        }
        if (to.isCostly() || PAID_IN_AMERICA.matcher(to.e164()).matches()) {
            return Optional.of(Refusal.PREMIUM);
        }
        if (ours) {
            return Optional.of(Refusal.OWN_NUMBER);
        }
        if (!countries.contains(to.region()) && !isAmericanTollFree(to)) {
            return Optional.of(Refusal.COUNTRY);
        }
        if (used.calling()) {
            return Optional.of(Refusal.CALLING);
        }
        if (used.calls() >= callsPerDay) {
            return Optional.of(Refusal.TOO_MANY);
        }
        return longest(used).isZero() ? Optional.of(Refusal.TOO_DEAR) : Optional.empty();
    }

    /** Toll-free numbers of the North American plan are no single country's. */
    private boolean isAmericanTollFree(PhoneNumber to) {
        return to.e164().startsWith("+1") && to.isTollFree() && countries.contains("US");
    }

    /** How long a call may last until the day's money is used up, in whole minutes. */
    public Duration longest(Used used) {
        long minutes = Math.max(0, centsPerDay - used.cents()) / CENTS_PER_MINUTE;
        Duration affordable = Duration.ofMinutes(minutes);
        return affordable.compareTo(LONGEST) < 0 ? affordable : LONGEST;
    }
}
