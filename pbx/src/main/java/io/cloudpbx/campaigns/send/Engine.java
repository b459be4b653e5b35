package io.cloudpbx.campaigns.send;

import io.cloudpbx.jobs.Loops;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps sending going as long as the program lives: its rounds, its outcomes and its receipts, each on a thread of its own. */
@Component
class Engine {
    /** Receipts that come so soon after each other are written together. */
    private static final Duration GATHERED = Duration.ofMillis(50);

    /** By then the carrier has mostly told more than it answered, and there is nothing left to write. */
    private static final Duration OVERTAKEN = Duration.ofMillis(500);

    private final Departures departures;
    private final Outcomes outcomes;
    private final Receipts receipts;
    private final Loops loops;

    Engine(Departures departures, Outcomes outcomes, Receipts receipts, Loops loops) {
        this.departures = departures;
        this.outcomes = outcomes;
        this.receipts = receipts;
        this.loops = loops;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        loops.run("campaigns", this::goRound);
        loops.run("campaign-outcomes", () -> untilStopped(() -> outcomes.settleNext(OVERTAKEN)));
        loops.run("campaign-receipts", () -> untilStopped(() -> receipts.writeNext(GATHERED)));
    }

    private void goRound() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(unlikeOthers(departures.round()));
        }
    }

    /** Of two nodes in step, one would always find what the other has left. */
    private static long unlikeOthers(Duration rest) {
        long nanos = rest.toNanos();
        return ThreadLocalRandom.current().nextLong(nanos * 3 / 4, nanos * 5 / 4);
    }

    /** Something that waits for its next work by itself. */
    private interface Step {
        void take() throws InterruptedException;
    }

    private static void untilStopped(Step step) {
        try {
            while (true) {
                step.take();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
