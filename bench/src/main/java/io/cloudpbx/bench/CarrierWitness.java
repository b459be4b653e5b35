package io.cloudpbx.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads along in the ledger of a carrier that keeps it in memory, and so only its newest 100,000 entries: a minute of a campaign
 * has more than that, and whoever read it afterwards would count too few.
 */
final class CarrierWitness implements AutoCloseable {
    private final CarrierLedger ledger;
    private final List<Instant> deliveries = Collections.synchronizedList(new ArrayList<>());
    private final List<Instant> tooFast = Collections.synchronizedList(new ArrayList<>());
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final ScheduledFuture<?> reading;
    private long afterDelivery;
    private long afterHaste;

    /** From the first entry on. */
    CarrierWitness(Http carrier) {
        this.ledger = new CarrierLedger(carrier);
        this.reading = thread.scheduleWithFixedDelay(this::readOn, 0, 1, TimeUnit.SECONDS);
    }

    private void readOn() {
        try {
            afterDelivery = ledger.each(
                    "text.delivered",
                    afterDelivery,
                    text -> deliveries.add(Instant.parse(text.get("at").asString())));
            afterHaste = ledger.each(
                    "rate.exceeded",
                    afterHaste,
                    second -> tooFast.add(Instant.parse(second.get("second").asString())));
        } catch (IOException unread) {
            throw new IllegalStateException("The carrier's ledger could not be read along", unread);
        }
    }

    /** Returns when all that was in the ledger before this is known. */
    void catchUp() throws InterruptedException {
        try {
            thread.submit(this::readOn).get();
            if (reading.isDone()) {
                reading.get();
            }
        } catch (ExecutionException unread) {
            throw new IllegalStateException(unread.getCause());
        }
    }

    /** Texts that reached a phone. */
    long deliveries(Instant from, Instant until) {
        return within(deliveries, from, until);
    }

    /** Seconds in which a number sent more than it may. */
    long tooFast(Instant from, Instant until) {
        return within(tooFast, from, until);
    }

    long tooFast() {
        return tooFast.size();
    }

    Optional<Instant> firstTooFast() {
        return tooFast.stream().findFirst();
    }

    private static long within(List<Instant> times, Instant from, Instant until) {
        return times.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .count();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
