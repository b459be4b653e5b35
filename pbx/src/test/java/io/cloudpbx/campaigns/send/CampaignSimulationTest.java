package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Campaigns in worlds in which anything goes wrong, and the promises that they keep all the same. {@code -Dsimulation.seeds=1000000}
 * makes as many worlds; {@code -Dsimulation.seed=N} makes that one alone.
 */
class CampaignSimulationTest {
    private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);
    private static final int TOLD = 40;

    @Test
    void campaigns_keep_their_promises_in_every_world() {
        Long one = Long.getLong("simulation.seed");
        LongStream seeds = one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);

        seeds.parallel().forEach(CampaignSimulationTest::keepsPromises);
    }

    private static void keepsPromises(long seed) {
        try {
            Simulation.run(seed, null);
        } catch (Throwable broken) {
            throw new AssertionError(story(seed, broken), broken);
        }
    }

    /** The same world again, this time with a log, of which the end is shown. */
    private static String story(long seed, Throwable broken) {
        List<String> log = log(seed);
        List<String> end = log.subList(Math.max(0, log.size() - TOLD), log.size());
        return "Seed %d: %s%n%s".formatted(seed, broken.getMessage(), String.join("\n", end));
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
