package io.cloudpbx.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The carrier sold a number and its answer never came: it is found and used, never bought again and never forgotten. */
class LostAnswerTest {
    @Test
    void a_number_bought_in_a_request_without_an_answer_is_adopted() {
        var way = new AtomicReference<TroubledCarrier>();
        try (var programs = TwoPrograms.through(carrier -> trouble(way, carrier));
                var trouble = way.get()) {
            int before = trouble.purchases();
            trouble.loseNextPurchaseAnswer();
            var person = Map.of("ext", "140", "name", "Sam Ito", "department", "", "email", "", "areaCode", "650");

            assertThat(programs.company().post("/api/extensions", person).status())
                    .isEqualTo(201);
            await().untilAsserted(() -> assertThat(programs.company()
                            .extension("140")
                            .at("/provisioning/state")
                            .asString())
                    .isEqualTo("ready"));
            assertThat(trouble.purchases()).isEqualTo(before + 1);
            assertThat(bought(programs, "650")).isEqualTo(1);
        }
    }

    private static String trouble(AtomicReference<TroubledCarrier> way, String carrier) {
        try {
            way.set(new TroubledCarrier(carrier));
            return way.get().url();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bought(TwoPrograms programs, String areaCode) {
        var carrier = programs.carrier().state();
        return IntStream.range(100, 200)
                .mapToObj(last -> "+1%s555%04d".formatted(areaCode, last))
                .filter(number -> carrier.number(number).isPresent())
                .count();
    }
}
