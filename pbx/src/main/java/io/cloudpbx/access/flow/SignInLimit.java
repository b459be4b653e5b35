package io.cloudpbx.access.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody may try to sign in (S8): a number of times freely, then after a delay that doubles with each further
 * attempt up to a quarter of an hour, never shut out for good. A quarter of an hour without attempts makes all good.
 *
 * @param free attempts without delay
 */
public record SignInLimit(int free) {
    public static final SignInLimit PER_ACCOUNT = new SignInLimit(5);
    public static final SignInLimit PER_ADDRESS = new SignInLimit(20);

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);

    /** What is remembered of earlier attempts. */
    public record Attempts(
            int number, Instant lastAt, @Nullable Instant blockedUntil) {}

    public sealed interface Verdict {
        record Allowed(Attempts counted) implements Verdict {}

        record Refused(Duration retryAfter) implements Verdict {}
    }

    public Verdict judge(Attempts earlier, Instant now) {
        Instant blockedUntil = earlier.blockedUntil();
        if (blockedUntil != null && blockedUntil.isAfter(now)) {
            return new Verdict.Refused(Duration.between(now, blockedUntil));
        }
        boolean forgotten = earlier.lastAt().plus(WINDOW).isBefore(now);
        return allow(forgotten ? 1 : earlier.number() + 1, now);
    }

    private Verdict allow(int number, Instant now) {
        Instant blockedUntil = number < free ? null : now.plus(delay(number - free));
        return new Verdict.Allowed(new Attempts(number, now, blockedUntil));
    }

    private static Duration delay(int beyond) {
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(beyond, 10));
        return doubled.compareTo(WINDOW) > 0 ? WINDOW : doubled;
    }
}
