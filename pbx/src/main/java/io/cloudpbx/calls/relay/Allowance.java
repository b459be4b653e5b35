package io.cloudpbx.calls.relay;

import java.time.Duration;

/** How many messages one conversation may bring in a while: many more than people and carriers have to say. */
final class Allowance {
    private static final int MOST = 60;
    private static final long WHILE = Duration.ofSeconds(10).toNanos();

    private long since = System.nanoTime();
    private int count;

    /** Whether one more is within it. */
    boolean takes() {
        long now = System.nanoTime();
        if (now - since > WHILE) {
            since = now;
            count = 0;
        }
        return ++count <= MOST;
    }
}
