package io.cloudpbx.sandbox.fault;

import java.time.Duration;
import java.util.Map;

/** About which of the latest 10,000 things a callback has been sent already. */
public final class SentCallbacks {
    private static final int KEPT = 10_000;

    private final Map<String, Boolean> sids = new Recent<>(KEPT);

    /** A callback about this has been sent and answered. */
    public synchronized void sent(String sid) {
        sids.put(sid, true);
        notifyAll();
    }

    /** Waits, in real time, for the first callback about this. */
    synchronized void await(String sid, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toMillis(); left > 0 && !sids.containsKey(sid); ) {
                wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
