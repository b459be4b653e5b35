package io.cloudpbx.dialing.flow;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much people here may call (T4).
 *
 * @param callsPerDay of one person
 * @param centsPerDay of one person, by {@link #CENTS_PER_MINUTE}
 * @param company of all together
 */
public record DialRules(int callsPerDay, int centsPerDay, Ceilings company) {
    /** Both sides of a call are paid for; what that costs in the US, rounded up. */
    public static final int CENTS_PER_MINUTE = 3;

    private static final Duration LONGEST = Duration.ofHours(2);

    /** @param centsPerDay by {@link #CENTS_PER_MINUTE} */
    public record Ceilings(int callsPerHour, int callsPerDay, int centsPerDay) {}

    /** One of the company's. */
    public enum Ceiling {
        CALLS_PER_HOUR,
        CALLS_PER_DAY,
        MONEY_PER_DAY
    }

    /** Why not. */
    public sealed interface Refusal {
        /** One call at a time: what the next may cost is only known when this one is over. */
        record Calling() implements Refusal {}

        record TooMany() implements Refusal {}

        record TooDear() implements Refusal {}

        /** Nobody of the company may call any more. */
        record Company(Ceiling ceiling) implements Refusal {}
    }

    /**
     * What one person has called today.
     *
     * @param seconds of all their calls
     * @param calling whether one of them is live
     */
    public record Used(int calls, long seconds, boolean calling) {
        long cents() {
            return DialRules.cents(seconds);
        }
    }

    /**
     * What all have called.
     *
     * @param lastHour calls of the last 60 minutes
     * @param seconds of all calls of today
     */
    public record AllUsed(int lastHour, int today, long seconds) {
        /** With one more, of at most that length. */
        AllUsed with(Duration call) {
            return new AllUsed(lastHour + 1, today + 1, seconds + call.toSeconds());
        }

        long cents() {
            return DialRules.cents(seconds);
        }
    }

    private static long cents(long seconds) {
        return (seconds + 59) / 60 * CENTS_PER_MINUTE;
    }

    public Optional<Refusal> against(Used used, AllUsed all) {
        if (used.calling()) {
            return Optional.of(new Refusal.Calling());
        }
        if (used.calls() >= callsPerDay) {
            return Optional.of(new Refusal.TooMany());
        }
        if (minutes(centsPerDay, used.cents()) == 0) {
            return Optional.of(new Refusal.TooDear());
        }
        return reached(all).map(Refusal.Company::new);
    }

    /** The first ceiling that lets nobody call any more. */
    private Optional<Ceiling> reached(AllUsed all) {
        return Arrays.stream(Ceiling.values())
                .filter(ceiling -> holds(ceiling, all))
                .findFirst();
    }

    /** Whether nobody may call any more because of this one. */
    public boolean holds(Ceiling ceiling, AllUsed all) {
        return switch (ceiling) {
            case CALLS_PER_HOUR -> all.lastHour() >= company.callsPerHour();
            case CALLS_PER_DAY -> all.today() >= company.callsPerDay();
            case MONEY_PER_DAY -> minutes(company.centsPerDay(), all.cents()) == 0;
        };
    }

    /** The ceiling that is reached with one more call, which is to last as long as it may. */
    public Optional<Ceiling> reachedWithOneMore(Used used, AllUsed all) {
        return reached(all.with(longest(used, all)));
    }

    /** How long a call may last until the day's money is used up, in whole minutes. */
    public Duration longest(Used used, AllUsed all) {
        long affordable = Math.min(minutes(centsPerDay, used.cents()), minutes(company.centsPerDay(), all.cents()));
        Duration longest = Duration.ofMinutes(affordable);
        return longest.compareTo(LONGEST) < 0 ? longest : LONGEST;
    }

    private static long minutes(long ceiling, long cents) {
        return Math.max(0, ceiling - cents) / CENTS_PER_MINUTE;
    }
}
