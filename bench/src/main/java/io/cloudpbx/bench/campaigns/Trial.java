package io.cloudpbx.bench.campaigns;

import io.cloudpbx.bench.Options;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What is tried.
 *
 * @param kills how often a sending node is killed
 * @param nodes how many share the database; they are killed in turn
 * @param seed decides where each kill strikes, and when
 */
record Trial(int kills, int recipients, int nodes, long seed) {
    static final Set<String> OPTIONS = Set.of("kills", "recipients", "nodes", "seed");

    private static final int NODES_MOST = 2;
    /** About how long it takes to come to a point, to kill, and to have a node that sends again, until it is measured. */
    static final Duration PER_KILL = Duration.ofSeconds(4);

    private static final double SLOWEST = 4;
    private static final double FASTEST = 200;

    /** @throws IllegalArgumentException in a sentence, for whoever typed the options */
    static Trial of(Options options) {
        int nodes = options.number("nodes", NODES_MOST, 1);
        if (nodes > NODES_MOST) {
            throw new IllegalArgumentException("--nodes is 1 or 2");
        }
        int recipients = options.number("recipients", 10_000, 1);
        if (recipients > People.MOST) {
            throw new IllegalArgumentException("--recipients is at most %,d".formatted(People.MOST));
        }
        return new Trial(
                options.number("kills", 100, 1),
                recipients,
                nodes,
                options.number("seed", (int) System.nanoTime() >>> 1, 0));
    }

    /** Texts a second of all senders together, at first: as many as let the campaign last until the last kill. */
    double perSecond() {
        return perSecond(recipients, kills, PER_KILL);
    }

    /** The same, when so many wait and so many kills are to come. @param perKill how long each takes */
    static double perSecond(long waiting, int kills, Duration perKill) {
        return Math.clamp(waiting * 1_000.0 / (kills * perKill.toMillis()), SLOWEST, FASTEST);
    }

    List<KillPoint> plan() {
        return KillPoint.plan(kills, new Random(seed));
    }
}
