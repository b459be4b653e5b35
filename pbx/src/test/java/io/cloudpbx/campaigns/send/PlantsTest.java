package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promises of the simulation can fail: mistakes that are made on purpose break them, in some of the first worlds. */
class PlantsTest {
    private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_mistake_that_is_planted_is_found(Plant plant) {
        Found found = LongStream.range(0, SEEDS)
                .mapToObj(seed -> in(seed, plant))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is found in none of %d worlds".formatted(plant, SEEDS)));

        System.out.printf(
                "%s is found in world %d: %s%n",
                plant, found.seed(), found.broken().getMessage());
        assertThat(found.broken().promise()).isEqualTo(plant.broken());
        assertThatCode(() -> Simulation.run(found.seed(), Plant.NONE, plant::amid, null))
                .as("the same world without it")
                .doesNotThrowAnyException();
    }

    private record Found(long seed, Promise.Broken broken) {}

    private static Optional<Found> in(long seed, Plant plant) {
        try {
            Simulation.run(seed, plant, plant::amid, null);
            return Optional.empty();
        } catch (Promise.Broken broken) {
            return Optional.of(new Found(seed, broken));
        }
    }
}
