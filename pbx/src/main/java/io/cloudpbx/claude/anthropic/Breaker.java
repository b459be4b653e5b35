package io.cloudpbx.claude.anthropic;

import io.cloudpbx.claude.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Spares people a wait that will be in vain: after five failures in half a minute nobody is asked for another half, then one
 * question is let through to see ({@code security-and-reliability.md} part G). Where only a person can help, for want of a
 * key or of money, one failure is enough, and the rest is longer.
 */
final class Breaker {
    private static final int TOO_MANY = 5;
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONG_REST = Duration.ofMinutes(5);

    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private Instant restsUntil = Instant.MIN;
    private boolean isOpen;
    private boolean isProbing;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether a question may go out now. A yes must be followed by {@link #note} or {@link #noteAnswer}. */
    synchronized boolean lets() {
        if (!isOpen) {
            return true;
        }
        boolean probes = isRested() && !isProbing;
        isProbing |= probes;
        return probes;
    }

    synchronized boolean isClosed() {
        return !isOpen || isRested();
    }

    synchronized void noteAnswer() {
        failures.clear();
        isOpen = false;
        isProbing = false;
    }

    synchronized void note(Failure failure) {
        switch (failure) {
            case ABSENT, RESTING, OVER_BUDGET, CANCELLED -> isProbing = false;
            // The API answered: it is well, whatever we or the model made of it.
            case REFUSED, DECLINED, NONSENSE -> noteAnswer();
            case NOT_ALLOWED, SPEND_LIMIT -> open(LONG_REST);
            case TIMEOUT, UNREACHABLE, OVERLOADED, RATE_LIMITED, BROKEN, BROKEN_STREAM -> count();
        }
    }

    private void count() {
        Instant now = clock.instant();
        failures.addLast(now);
        while (failures.getFirst().isBefore(now.minus(WITHIN))) {
            failures.removeFirst();
        }
        if (isProbing || failures.size() >= TOO_MANY) {
            open(REST);
        }
    }

    private void open(Duration rest) {
        isOpen = true;
        isProbing = false;
        failures.clear();
        restsUntil = clock.instant().plus(rest);
    }

    private boolean isRested() {
        return !clock.instant().isBefore(restsUntil);
    }
}
