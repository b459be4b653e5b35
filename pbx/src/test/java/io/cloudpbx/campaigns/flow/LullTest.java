package io.cloudpbx.campaigns.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Lull.Next;
import io.cloudpbx.campaigns.flow.Lull.Reason;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LullTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant MORNING = NOW.plusSeconds(6 * 3600);
    private static final PhoneNumber HONOLULU = new PhoneNumber("+18085550100");
    private static final Instant SOON = NOW.plusSeconds(600);
    private static final NumberRest REST =
            new NumberRest(new PhoneNumber("+14155550101"), SOON, NumberRest.Reason.CARRIER, "It sends too fast.");

    @Test
    void whoever_comes_first_sleeps() {
        assertThat(Lull.of(NOW, new Next(HONOLULU, MORNING, "quiet_hours"), null))
                .contains(new Lull(MORNING, Reason.HOURS, HONOLULU));
    }

    @Test
    void somebodys_turn_has_come() {
        assertThat(Lull.of(NOW, new Next(HONOLULU, NOW.minusSeconds(90), ""), null))
                .isEmpty();
    }

    @Test
    void all_of_its_numbers_rest() {
        assertThat(Lull.of(NOW, new Next(HONOLULU, NOW.minusSeconds(90), ""), REST))
                .contains(new Lull(SOON, Reason.CARRIER, null));
    }

    @Test
    void all_of_its_numbers_have_sent_what_they_may_today() {
        var rest = NumberRest.after(REST.number(), new NumbersDay(2_000, 1_999, true), NOW);

        assertThat(rest.sentence())
                .isEqualTo(
                        "It has sent 1,999 segments today and may send 2,000 a day, which ends at midnight Pacific time.");
        assertThat(Lull.of(NOW, new Next(HONOLULU, NOW.minusSeconds(90), ""), rest))
                .contains(new Lull(Instant.parse("2026-12-02T08:00:00Z"), Reason.DAILY_CAP, null));
    }

    @Test
    void the_longer_of_two_reasons_counts() {
        assertThat(Lull.of(NOW, new Next(HONOLULU, MORNING, "quiet_hours"), REST))
                .contains(new Lull(MORNING, Reason.HOURS, HONOLULU));
        assertThat(Lull.of(NOW, new Next(HONOLULU, NOW.plusSeconds(120), "quiet_hours"), REST))
                .contains(new Lull(SOON, Reason.CARRIER, null));
    }

    @Test
    void a_busy_carrier_that_is_left_alone_for_some_seconds_is_no_lull() {
        assertThat(Lull.of(NOW, new Next(HONOLULU, NOW.plusSeconds(32), ""), null))
                .isEmpty();
        assertThat(Lull.of(NOW, new Next(HONOLULU, NOW.plusSeconds(120), ""), null))
                .contains(new Lull(NOW.plusSeconds(120), Reason.CARRIER, null));
    }
}
