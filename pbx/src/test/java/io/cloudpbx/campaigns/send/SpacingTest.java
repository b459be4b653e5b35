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
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long PATIENCE = Spacing.PATIENCE.toNanos();

    private final Spacing spacing = new Spacing();

    @Test
    void who_comes_in_time_leaves_at_once() {
        sends(NUMBER, 0, 4 * MILLI);

        assertThat(spacing.take(ANOTHER, 0, SECOND)).isZero();
        assertThat(spacing.take(NUMBER, SECOND, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void of_two_at_once_one_leaves() {
        assertThat(spacing.take(NUMBER, 0, SECOND)).isZero();
        assertThat(spacing.take(NUMBER, 0, SECOND)).isGreaterThan(0);
    }

    @Test
    void who_comes_too_soon_after_one_that_was_late_waits() {
        sends(NUMBER, 300 * MILLI, 4 * MILLI);

        assertThat(spacing.take(NUMBER, SECOND, SECOND)).isEqualTo(1_300 * MILLI);
    }

    @Test
    void by_how_much_longer_the_last_was_under_way_the_next_leaves_later() {
        sends(ANOTHER, 0, 4 * MILLI);
        sends(NUMBER, 0, 24 * MILLI);

        assertThat(spacing.take(NUMBER, SECOND, SECOND)).isBetween(1_020 * MILLI - MILLI / 10, 1_020 * MILLI);
    }

    @Test
    void nobody_waits_long_for_an_answer_or_because_of_a_slow_one() {
        sends(ANOTHER, 0, 4 * MILLI);
        sends(ANOTHER, SECOND, PATIENCE + SECOND);
        spacing.take(NUMBER, 0, SECOND);

        assertThat(spacing.take(ANOTHER, 2 * SECOND, SECOND)).isEqualTo(2 * SECOND + PATIENCE);
        assertThat(spacing.take(NUMBER, SECOND, SECOND)).isBetween(SECOND + 1, SECOND + PATIENCE);
        assertThat(spacing.take(NUMBER, SECOND + PATIENCE, SECOND)).isEqualTo(SECOND + PATIENCE);
    }

    @Test
    void a_number_that_is_faster_than_the_carriers_answers_does_not_wait_for_each() {
        sends(ANOTHER, 0, 100 * MILLI);
        spacing.take(NUMBER, 0, 10 * MILLI);

        assertThat(spacing.take(NUMBER, 5 * MILLI, 10 * MILLI)).isEqualTo(10 * MILLI);
        assertThat(spacing.take(NUMBER, 10 * MILLI, 10 * MILLI)).isEqualTo(10 * MILLI);
    }

    /** As when it was too late to ask for it, which takes no time at all. */
    @Test
    void what_never_was_on_its_way_says_nothing_about_how_long_others_take() {
        sends(ANOTHER, 0, 100 * MILLI);
        assertThat(spacing.take(ANOTHER, SECOND, SECOND)).isEqualTo(SECOND);
        spacing.over(ANOTHER, SECOND);

        sends(NUMBER, 0, 100 * MILLI);
        assertThat(spacing.take(NUMBER, SECOND, SECOND)).isEqualTo(SECOND);
        assertThat(spacing.take(ANOTHER, 2 * SECOND, SECOND)).isEqualTo(2 * SECOND);
    }

    /** However long each was under way, within what is waited for: they arrive no closer than they may. */
    @RepeatedTest(20)
    void no_two_ever_arrive_closer_than_allowed(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        sends(ANOTHER, 0, 2 * MILLI);
        long arrived = -SECOND;
        long now = 0;
        for (int i = 0; i < 200; i++) {
            now = freeFrom(now + random.nextLong(SECOND));
            long there = MILLI + random.nextLong(PATIENCE / 2);
            long back = MILLI + random.nextLong(PATIENCE / 2 - 2 * MILLI);
            assertThat(now + there).isGreaterThanOrEqualTo(arrived + SECOND - MILLI / 2);
            arrived = now + there;
            spacing.answered(NUMBER, now, now + there + back);
        }
    }

    private long freeFrom(long now) {
        long free = spacing.take(NUMBER, now, SECOND);
        return free == now ? now : freeFrom(free);
    }

    private void sends(PhoneNumber number, long at, long took) {
        assertThat(spacing.take(number, at, SECOND)).isEqualTo(at);
        spacing.answered(number, at, at + took);
    }
}
