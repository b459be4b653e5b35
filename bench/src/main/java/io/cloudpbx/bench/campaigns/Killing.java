package io.cloudpbx.bench.campaigns;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Kills one sending node after the other, each at the point that the plan has for it, and starts it again. */
final class Killing {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int TOLD_EVERY = 10;
    /** An odd number, so that each of two nodes has its turn. */
    private static final int PACED_EVERY = 5;
    /** Whoever is alive and sends nothing for so long will not send any more. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final Installation installation;
    private final String campaign;
    private final Standstills standstills;
    private final Map<KillPoint, Integer> kills = new EnumMap<>(KillPoint.class);
    private Duration waited = Duration.ZERO;
    /** As it was before the last kill: of one node alone nobody could be asked until it is back. */
    private int lastWaiting;

    Killing(Installation installation, String campaign, long seed) {
        this.installation = installation;
        this.campaign = campaign;
        this.standstills = new Standstills(installation.database(), new Random(seed));
    }

    /** How often it was killed at each point. */
    Map<KillPoint, Integer> kills() {
        return kills;
    }

    /** Ends early when the campaign does. */
    void by(List<KillPoint> plan, PrintStream out) throws Exception {
        List<Node> nodes = installation.nodes();
        long began = System.nanoTime();
        for (int kill = 0; kill < plan.size(); kill++) {
            Node victim = nodes.get(kill % nodes.size());
            KillPoint point = plan.get(kill);
            if (!awaitSending(victim) || !strike(victim, point)) {
                out.printf("kill %,d: the campaign did not come to this any more: %s%n", kill + 1, point.words());
                return;
            }
            int left = plan.size() - kill - 1;
            Duration sofar = Duration.ofNanos(System.nanoTime() - began);
            Duration each = sofar.dividedBy(kill + 1);
            if ((kill + 1) % PACED_EVERY == 0 && left > 0) {
                installation.pace(victim, Trial.perSecond(lastWaiting, left, each));
            }
            victim.start();
            if ((kill + 1) % TOLD_EVERY == 0) {
                out.printf(
                        "%,6d s: killed %,d of %,d times, every %.1f s, of which %.1f until a node that was started sends; %,d people wait%n",
                        sofar.toSeconds(),
                        kill + 1,
                        plan.size(),
                        each.toMillis() / 1e3,
                        waited.dividedBy(kill + 1).toMillis() / 1e3,
                        lastWaiting);
            }
        }
    }

    private boolean awaitSending(Node victim) throws Exception {
        long began = System.nanoTime();
        long latest = began + LONGEST_SILENCE.toNanos();
        for (int look = 1; !victim.hasSent(); look++) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException("A node sends nothing, and has not ended: " + victim.user());
            }
            if (!victim.isAlive()) {
                throw new IllegalStateException("A node ended by itself: " + victim.user());
            }
            if (look % 100 == 0 && waiting() == 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        waited = waited.plusNanos(System.nanoTime() - began);
        return true;
    }

    private int waiting() throws Exception {
        lastWaiting = installation.company().counts(campaign).getOrDefault("waiting", 0);
        return lastWaiting;
    }

    /** @return whether it came to the point, before the campaign was over */
    private boolean strike(Node victim, KillPoint point) throws Exception {
        while (waiting() > 0) {
            try (Standstill standstill = standstills.at(point, victim)) {
                if (standstill.isReachedWithin(PATIENCE)) {
                    victim.kill();
                    kills.merge(point, 1, Integer::sum);
                    return true;
                }
            }
        }
        return false;
    }
}
