package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SpacingTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+14155550100");
    private static final PhoneNumber ANOTHER = new PhoneNumber("+14155550101");
    private static final long SECOND = 1_000_000_000;

    private final Spacing spacing = new Spacing();

    @Test
    void who_comes_in_time_leaves_at_once() {
        assertThat(spacing.take(NUMBER, 0, SECOND)).isZero();
        assertThat(spacing.take(ANOTHER, 0, SECOND)).isZero();
        assertThat(spacing.take(NUMBER, SECOND, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void who_comes_too_soon_after_one_that_was_late_waits() {
        spacing.take(NUMBER, 300_000_000, SECOND);

        assertThat(spacing.take(NUMBER, SECOND, SECOND)).isEqualTo(1_300_000_000);
    }

    @RepeatedTest(20)
    void no_two_are_ever_closer_than_allowed(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        long now = 0;
        long last = -SECOND;
        for (int i = 0; i < 200; i++) {
            now += random.nextLong(2 * SECOND);
            long leaves = spacing.take(NUMBER, now, SECOND);
            assertThat(leaves).isGreaterThanOrEqualTo(now).isGreaterThanOrEqualTo(last + SECOND);
            last = leaves;
        }
    }
}
