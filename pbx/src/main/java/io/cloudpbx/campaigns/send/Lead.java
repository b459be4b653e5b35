package io.cloudpbx.campaigns.send;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How long before its time a text is written down: what the ledger takes to do that, and a little more. A program that has just
 * started is slow, and a text that is not written down by its time has lost it.
 */
final class Lead {
    private static final Duration SHORTEST = Duration.ofMillis(150);
    private static final Duration AT_FIRST = Duration.ofMillis(800);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final AtomicReference<Duration> time = new AtomicReference<>(AT_FIRST);

    Duration time() {
        return time.get();
    }

    /** Longer at once, and shorter little by little. */
    void took(Duration writing) {
        time.updateAndGet(before ->
                between(longer(writing.multipliedBy(2), before.multipliedBy(9).dividedBy(10))));
    }

    private static Duration between(Duration wanted) {
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : longer(wanted, SHORTEST);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
