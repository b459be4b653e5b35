package io.cloudpbx.dialing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.carrier.PlacedCall;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private static final Instant WISHED = Instant.parse("2026-03-02T15:00:00Z");
    private static final CarrierId ONE = new CarrierId("CA00000000000000000000000000000001");
    private static final CarrierId OTHER = new CarrierId("CA00000000000000000000000000000002");
    private static final Look AGAIN = new Look.Again(Duration.ofSeconds(60));

    private final Look.For look = new Look.For(WISHED, null, true);

    private static PlacedCall placed(CarrierId id, long seconds) {
        return new PlacedCall(id, WISHED.plusSeconds(seconds));
    }

    private static Instant after(long seconds) {
        return WISHED.plusSeconds(seconds);
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 0, 120})
    void the_one_of_the_time_is_it(long seconds) {
        assertThat(look.at(List.of(placed(ONE, seconds)), after(130))).isEqualTo(new Look.Found(ONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {-6, 121})
    void one_of_another_time_is_not(long seconds) {
        assertThat(look.at(List.of(placed(ONE, seconds)), after(130))).isEqualTo(AGAIN);
    }

    @Test
    void one_without_a_time_is_not() {
        assertThat(look.at(List.of(new PlacedCall(ONE, null)), after(130))).isEqualTo(AGAIN);
    }

    @Test
    void of_two_nobody_knows_which_it_is() {
        assertThat(look.at(List.of(placed(ONE, 1), placed(OTHER, 2)), after(20)))
                .isEqualTo(AGAIN);
    }

    @Test
    void nor_whose_it_is_when_another_waits_as_well() {
        assertThat(new Look.For(WISHED, null, false).at(List.of(placed(ONE, 1)), after(20)))
                .isEqualTo(AGAIN);
    }

    @Test
    void absent_twice_a_minute_apart_and_five_minutes_after_it_is_not_there() {
        assertThat(missedFirst(20).at(List.of(), after(299))).isEqualTo(AGAIN);
        assertThat(missedFirst(241).at(List.of(), after(300))).isEqualTo(AGAIN);
        assertThat(missedFirst(240).at(List.of(), after(300))).isEqualTo(new Look.NotThere());
    }

    @Test
    void however_late_the_first_look_is_there_is_a_second() {
        assertThat(look.at(List.of(), after(3600))).isEqualTo(AGAIN);
    }

    private static Look.For missedFirst(long seconds) {
        return new Look.For(WISHED, after(seconds), true);
    }
}
