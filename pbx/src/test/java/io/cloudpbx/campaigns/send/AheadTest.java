package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AheadTest {
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final PhoneNumber LOCAL = new PhoneNumber("+14155550101");
    private static final PhoneNumber TOLL_FREE = new PhoneNumber("+18335550100");

    private Instant now = Instant.parse("2026-12-01T18:00:00Z");

    @ParameterizedTest
    @CsvSource({"0.2, 1", "0.2, 3", "0.2, 0.25", "0.9, 1", "2.05, 1", "2.05, 3", "2.05, 0.25"})
    void a_number_keeps_its_rate_however_slow_the_ledger_is(double leadSeconds, double rate) {
        var lead = Duration.ofMillis((long) (leadSeconds * 1000));
        var paces = new PaperPaces(new PaperTables(() -> now, new Unwatched()), () -> now, (number, until) -> {});
        var pace = new Pace(rate, rate);
        var ahead = new Ahead(lead);
        Instant end = now.plusSeconds(60);
        double sent = 0;

        for (; now.isBefore(end); now = now.plus(ROUND)) {
            List<PhoneNumber> turns = ahead.turns(paces.freeWithin(List.of(LOCAL), ahead.within()), pace);
            if (!turns.isEmpty()) {
                sent += turns.size();
                paces.reserve(Map.of(LOCAL, turns.size() * pace.slot(LOCAL, 1)), lead);
            }
        }

        assertThat(sent).isBetween(57 * rate, 63 * rate + 2);
    }

    @Test
    void where_the_account_is_slower_than_its_numbers_only_so_many_have_a_turn() {
        var free = new LinkedHashMap<PhoneNumber, Duration>();
        free.put(LOCAL, Duration.ZERO);
        free.put(TOLL_FREE, Duration.ZERO);

        assertThat(new Ahead(Duration.ofMillis(200)).turns(free, new Pace(1, 3, 2)))
                .containsExactly(LOCAL, TOLL_FREE);
    }

    @Test
    void each_number_has_its_turn_before_another_has_two() {
        var free = new LinkedHashMap<PhoneNumber, Duration>();
        free.put(LOCAL, Duration.ofMillis(150));
        free.put(TOLL_FREE, Duration.ZERO);

        assertThat(new Ahead(Duration.ofMillis(200)).turns(free, new Pace(1, 3)))
                .containsExactly(LOCAL, TOLL_FREE, TOLL_FREE, TOLL_FREE);
    }
}
