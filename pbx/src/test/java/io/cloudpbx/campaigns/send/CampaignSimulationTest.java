package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Campaigns in worlds in which anything goes wrong, and the promises that they keep all the same. {@code -Dsimulation.seeds=1000000}
 * makes as many worlds, on all processors, and {@code -Dsimulation.from=N} begins with that one; {@code -Dsimulation.seed=N} makes that
 * one alone.
 */
class CampaignSimulationTest {
    private static final int USUAL = 2_000;
    private static final long SEEDS = Long.getLong("simulation.seeds", USUAL);
    private static final long FROM = Long.getLong("simulation.from", 0);
    private static final int TOLD = 40;
    private static final int TOLD_EVERY = 20_000;

    private final Map<Fault, Long> met = new ConcurrentHashMap<>();
    private final LongAdder made = new LongAdder();
    private final long began = System.nanoTime();

    @Test
    void campaigns_keep_their_promises_in_every_world() {
        Long one = Long.getLong("simulation.seed");
        LongStream seeds = one == null ? LongStream.range(FROM, FROM + SEEDS) : LongStream.of(one);

        seeds.parallel().forEach(this::keepsPromises);

        tell();
        if (one == null && SEEDS >= USUAL) {
            assertThat(met).as("what some of the worlds have met").containsOnlyKeys(Fault.values());
        }
    }

    private void keepsPromises(long seed) {
        try {
            Simulation.run(seed, null).forEach(fault -> met.merge(fault, 1L, Long::sum));
        } catch (Throwable broken) {
            throw new AssertionError(story(seed, broken), broken);
        }
        made.increment();
        if ((seed + 1) % TOLD_EVERY == 0) {
            tell();
        }
    }

    private void tell() {
        double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        System.out.printf("%,d worlds, %,.0f a second%n", made.sum(), made.sum() / seconds);
        met.forEach((fault, worlds) -> System.out.printf("  %,d: %s%n", worlds, fault));
    }

    /** The same world again, this time with a log, of which the end is shown. */
    private static String story(long seed, Throwable broken) {
        List<String> log = log(seed);
        List<String> end = log.subList(Math.max(0, log.size() - TOLD), log.size());
        return "Seed %d, which -Dsimulation.seed=%d makes again: %s%n%s"
                .formatted(seed, seed, broken.getMessage(), String.join("\n", end));
    }

    private static List<String> log(long seed) {
        List<String> log = new ArrayList<>();
        try {
            Simulation.run(seed, log);
        } catch (Promise.Broken broken) {
            log.add(String.valueOf(broken.getMessage()));
        }
        return log;
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 14, 159, 2653})
    void a_world_is_the_same_whenever_it_is_made_of_the_same_seed(long seed) {
        assertThat(log(seed)).hasSizeGreaterThan(TOLD).isEqualTo(log(seed));
    }
}
