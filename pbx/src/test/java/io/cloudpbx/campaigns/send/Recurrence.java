package io.cloudpbx.campaigns.send;

import io.cloudpbx.jobs.Recurring;
import java.time.Duration;
import java.time.Instant;

/** Work that one node at a time does, unless the one that does it has not been heard of for a while. */
final class Recurrence {
    private static final Duration LEASE_OF_WORK = Duration.ofSeconds(12);

    private final Simulation simulation;
    private final World world;
    private final int which;
    private final Duration every;
    private Duration rest = Duration.ZERO;
    private Instant freeFrom = Instant.MIN;

    /** @param which of the works that each node knows */
    Recurrence(Simulation simulation, int which, Duration every) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.which = which;
        this.every = every;
    }

    void begin() {
        world.in(world.upTo(every), this::fall);
    }

    private void fall() {
        long before = simulation.tables().changes();
        if (!world.instant().isBefore(freeFrom)) {
            simulation.anyNode().ifPresent(node -> {
                freeFrom = world.instant().plus(LEASE_OF_WORK);
                node.soon(() -> run(node.recurring().get(which)));
            });
        }
        rest = simulation.restAfter(before, rest, every);
        world.in(rest, this::fall);
    }

    private void run(Recurring work) {
        try {
            work.run();
        } finally {
            freeFrom = world.instant();
        }
    }
}
