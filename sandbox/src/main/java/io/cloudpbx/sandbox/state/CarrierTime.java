package io.cloudpbx.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How far carrier time has come, so that it does not go back with a restart: calls would end before they began, and
 * texts on their way would wait for what has long been.
 *
 * <p>What was set by hand is kept as a lead over real time. How far a fast clock came by itself is not written down
 * again and again; it is seen from the newest date of what is remembered, whatever instant the carrier was killed at.
 */
public final class CarrierTime {
    private static final String LEAD = "lead";

    private final CarrierState state;
    private final Table<Duration> leads;

    CarrierTime(CarrierState state) {
        this.state = state;
        this.leads = state.table("time", Duration.class);
    }

    /** Keeps how far carrier time is ahead of real time. */
    public void remember(Instant carrier, Instant real) {
        leads.put(LEAD, Duration.between(real, carrier));
    }

    /** The instant that a carrier that starts now goes on from, as far as calls and recordings are concerned. */
    public Instant onStart(Instant real) {
        Instant led = real.plus(leads.get(LEAD).orElse(Duration.ZERO));
        return Stream.of(
                        Stream.of(real, led),
                        state.calls().stream().map(Call::dateUpdated),
                        state.recordings().stream().map(Recording::dateUpdated))
                .flatMap(instants -> instants)
                .max(Comparator.naturalOrder())
                .orElse(real);
    }
}
