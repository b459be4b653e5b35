package io.cloudpbx.dialing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.dialing.flow.Called.Hears;
import io.cloudpbx.dialing.flow.Called.Hold;
import io.cloudpbx.dialing.flow.Called.Moment;
import io.cloudpbx.dialing.flow.Called.Stage;
import io.cloudpbx.dialing.flow.Called.Wish;
import io.cloudpbx.telephony.CarrierId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What whoever is called hears, and what comes of it when they are held. */
class CalledTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Hold WAITS = new Hold(NOW.minusSeconds(60), null);
    private static final Hold WAITED = new Hold(NOW.minusSeconds(60), NOW.minusSeconds(10));

    private static Called called(@Nullable Stage wanted, boolean parted, Hold... holds) {
        return called(false, wanted, NOW, parted, holds);
    }

    private static Called called(boolean gone, @Nullable Stage wanted, Instant since, boolean parted, Hold... holds) {
        return new Called(
                new CarrierId("CA00000000000000000000000000000001"),
                gone,
                wanted == null ? null : new Wish(wanted, since),
                parted,
                List.of(holds));
    }

    @ParameterizedTest
    @CsvSource({
        "HELD, ENTERED, HOLD",
        "HELD, WAITED, MUSIC",
        "HELD, LEFT, GOODBYE",
        "TOGETHER, ENTERED, TALK",
        "TOGETHER, WAITED, TALK",
        "TOGETHER, LEFT, GOODBYE"
    })
    void what_they_hear_goes_by_what_is_wanted_and_not_by_what_was_when_they_were_led(
            Stage wanted, Moment moment, Hears hears) {
        assertThat(called(wanted, true, WAITS).next(moment, true, NOW)).isEqualTo(hears);
        assertThat(called(wanted, false).next(moment, true, NOW)).isEqualTo(hears);
    }

    /** The carrier said that it did not lead them, and has. */
    @Test
    void whoever_is_led_after_that_was_taken_back_talks() {
        assertThat(called(null, false).next(Moment.ENTERED, true, NOW)).isEqualTo(Hears.TALK);
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void nobody_waits_in_a_call_that_is_over(Moment moment) {
        assertThat(called(Stage.HELD, true, WAITS).next(moment, false, NOW)).isEqualTo(Hears.GOODBYE);
    }

    @Test
    void who_was_forgotten_comes_back_after_twenty_minutes_of_this_hold() {
        var almost = new Hold(NOW.minus(Duration.ofMinutes(20)).plusSeconds(1), null);
        var forgotten = new Hold(NOW.minus(Duration.ofMinutes(20)), null);
        var long_ago = new Hold(NOW.minus(Duration.ofHours(1)), NOW.minus(Duration.ofMinutes(30)));

        assertThat(called(Stage.HELD, true, almost).next(Moment.WAITED, true, NOW))
                .isEqualTo(Hears.MUSIC);
        assertThat(called(Stage.HELD, true, forgotten).next(Moment.WAITED, true, NOW))
                .isEqualTo(Hears.TALK);
        assertThat(called(Stage.HELD, true, long_ago).next(Moment.ENTERED, true, NOW))
                .isEqualTo(Hears.HOLD);
        assertThat(called(Stage.HELD, true, long_ago, WAITS).next(Moment.WAITED, true, NOW))
                .isEqualTo(Hears.MUSIC);
    }

    @Test
    void the_two_are_apart_since_the_carrier_parted_them_or_may_be_about_to() {
        Instant just = NOW.minusSeconds(30);
        Instant before = NOW.minusSeconds(31);
        assertThat(called(null, false).isApart(NOW)).isFalse();
        assertThat(called(false, Stage.HELD, just, false).isApart(NOW)).isTrue();
        assertThat(called(false, Stage.HELD, before, false).isApart(NOW))
                .as("the carrier never parted them")
                .isFalse();
        assertThat(called(false, Stage.TOGETHER, before, true).isApart(NOW)).isTrue();
        assertThat(called(true, Stage.HELD, just, true).isApart(NOW))
                .as("they have hung up")
                .isFalse();
    }

    @Test
    void they_are_where_they_are_wanted_once_they_have_asked() {
        assertThat(called(Stage.HELD, false).isThere()).isFalse();
        assertThat(called(Stage.TOGETHER, false).isThere()).isFalse();
        assertThat(called(Stage.HELD, true, WAITS).isThere()).isTrue();
        assertThat(called(Stage.TOGETHER, true, WAITS).isThere()).isFalse();
        assertThat(called(Stage.TOGETHER, true, WAITED).isThere()).isTrue();
        assertThat(called(Stage.HELD, true, WAITED).isThere()).isFalse();
    }

    @Test
    void who_talks_is_held_once() {
        var lead = new Holding.Lead(Stage.HELD);
        assertThat(Holding.hold(true, called(null, false))).isEqualTo(lead);
        assertThat(Holding.hold(true, called(Stage.HELD, true, WAITS))).isEqualTo(new Holding.Nothing());
        assertThat(Holding.hold(true, called(Stage.TOGETHER, true, WAITED))).isEqualTo(lead);
        assertThat(Holding.hold(true, called(Stage.HELD, false)))
                .as("the carrier did not say whether it led them, and they are not there")
                .isEqualTo(lead);
        assertThat(Holding.hold(true, called(Stage.TOGETHER, true, WAITS)))
                .as("they are on their way back")
                .isEqualTo(lead);
    }

    @Test
    void who_was_held_comes_back_once() {
        var lead = new Holding.Lead(Stage.TOGETHER);
        assertThat(Holding.resume(called(Stage.HELD, true, WAITS))).isEqualTo(lead);
        assertThat(Holding.resume(called(Stage.TOGETHER, true, WAITED))).isEqualTo(new Holding.Nothing());
        assertThat(Holding.resume(called(Stage.HELD, false)))
                .as("they are on their way to the music")
                .isEqualTo(lead);
        assertThat(Holding.resume(called(Stage.TOGETHER, true, WAITS)))
                .as("the carrier did not say whether it led them")
                .isEqualTo(lead);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThat(Holding.hold(true, null)).isEqualTo(Holding.Refused.NOBODY_TALKS);
        assertThat(Holding.hold(false, called(null, false))).isEqualTo(Holding.Refused.NOBODY_TALKS);
        assertThat(Holding.hold(true, called(true, null, NOW, false))).isEqualTo(Holding.Refused.GONE);
        assertThat(Holding.resume(null)).isEqualTo(Holding.Refused.NOT_ON_HOLD);
        assertThat(Holding.resume(called(null, false))).isEqualTo(Holding.Refused.NOT_ON_HOLD);
        assertThat(Holding.resume(called(true, Stage.HELD, NOW, true, WAITS))).isEqualTo(Holding.Refused.GONE);
    }
}
