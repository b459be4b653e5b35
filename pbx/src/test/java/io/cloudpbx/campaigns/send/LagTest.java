package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.telephony.PhoneNumber;
import org.junit.jupiter.api.Test;

class LagTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+14155550100");
    private static final PhoneNumber ANOTHER = new PhoneNumber("+14155550101");
    private static final long MILLI = 1_000_000;

    private final Lag lag = new Lag();

    @Test
    void a_number_whose_text_left_late_is_put_off_by_that_once() {
        lag.left(NUMBER, 30 * MILLI, 0);

        assertThat(lag.makeGood(ANOTHER)).isZero();
        assertThat(lag.makeGood(NUMBER)).isEqualTo(30 * MILLI);
        assertThat(lag.makeGood(NUMBER)).isZero();
    }

    @Test
    void what_lies_between_two_times_anyhow_is_not_noticed() {
        lag.left(NUMBER, 10 * MILLI, 0);

        assertThat(lag.makeGood(NUMBER)).isZero();
    }

    @Test
    void who_was_planned_before_it_was_made_good_is_late_by_the_same_and_does_not_count_twice() {
        long planned = lag.madeGood(NUMBER);
        lag.left(NUMBER, 30 * MILLI, planned);
        lag.makeGood(NUMBER);

        lag.left(NUMBER, 45 * MILLI, planned);

        assertThat(lag.makeGood(NUMBER)).isEqualTo(15 * MILLI);
    }

    @Test
    void who_was_planned_afterwards_owes_all_it_is_late_by() {
        lag.left(NUMBER, 30 * MILLI, 0);
        lag.makeGood(NUMBER);

        lag.left(NUMBER, 20 * MILLI, lag.madeGood(NUMBER));

        assertThat(lag.makeGood(NUMBER)).isEqualTo(20 * MILLI);
        assertThat(lag.madeGood(NUMBER)).isEqualTo(50 * MILLI);
    }
}
