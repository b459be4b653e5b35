package io.cloudpbx.campaigns.send;

import java.time.Duration;

/**
 * How much goes wrong in a world, and how far its clocks lie apart.
 *
 * @param crashes chance that a node dies at a step
 * @param freezes chance that a node stands still at a step, for up to a minute and a half
 * @param outages chance that a statement fails, its result unknown in half of them
 * @param carrier chance that the carrier does not simply take a text
 * @param lost chance that a callback is lost
 * @param skew how far a node's clock may be off
 */
record Trouble(double crashes, double freezes, double outages, double carrier, double lost, Duration skew) {
    /** Some worlds have little trouble, in which bounds are tight; some have all of it at once. */
    static Trouble of(World world) {
        return switch (world.pick(4)) {
            case 0 -> new Trouble(0, 0, 0, some(world, 0.5), some(world, 0.3), Duration.ZERO);
            case 1 -> new Trouble(0, some(world, 0.03), 0, some(world, 0.3), some(world, 0.3), Duration.ZERO);
            case 2 ->
                new Trouble(some(world, 0.02), 0, some(world, 0.05), some(world, 0.5), some(world, 0.5), skew(world));
            default ->
                new Trouble(
                        some(world, 0.01),
                        some(world, 0.02),
                        some(world, 0.03),
                        some(world, 0.7),
                        some(world, 0.9),
                        skew(world));
        };
    }

    private static double some(World world, double most) {
        return most * world.pick(1_000) / 1_000;
    }

    private static Duration skew(World world) {
        return world.upTo(Duration.ofSeconds(20));
    }

    /** Nothing goes wrong any more; clocks stay as they are. */
    Trouble over() {
        return new Trouble(0, 0, 0, 0, 0, skew);
    }
}
