package io.cloudpbx.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.SentElsewhere.Sent;
import io.cloudpbx.startup.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunningSumTest {
    private static final Instant MIDNIGHT = Instant.now().minusSeconds(3_600);

    private final NavigableMap<Instant, Long> rows = new TreeMap<>();
    private final MovableClock clock = new MovableClock();
    private final RunningSum sum = new RunningSum(this::read, clock);
    private Duration longestRead = Duration.ZERO;

    @Test
    void it_is_what_adding_all_of_it_gives() {
        for (int second = 0; second < 400; second++) {
            rows.put(clock.instant().minusMillis(300), 2L);
            assertThat(sum.since(MIDNIGHT)).isEqualTo(read(MIDNIGHT, clock.instant()));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void what_is_long_past_is_not_read_again() {
        rows.put(MIDNIGHT, 5L);
        sum.since(MIDNIGHT);
        clock.advance(Duration.ofSeconds(1));
        longestRead = Duration.ZERO;

        assertThat(sum.since(MIDNIGHT)).isEqualTo(new Sent(5, 1));

        assertThat(longestRead).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void what_is_taken_back_is_noticed_within_ten_minutes() {
        rows.put(MIDNIGHT.plusSeconds(1), 5L);
        sum.since(MIDNIGHT);
        rows.clear();

        clock.advance(Duration.ofMinutes(11));

        assertThat(sum.since(MIDNIGHT)).isEqualTo(Sent.NOTHING);
    }

    @Test
    void what_is_found_to_have_left_long_before_is_there_when_all_is_read_anew_and_stays() {
        rows.put(MIDNIGHT.plusSeconds(1), 5L);
        sum.since(MIDNIGHT);
        rows.put(MIDNIGHT.plusSeconds(2), 7L);
        assertThat(sum.since(MIDNIGHT)).as("not read again").isEqualTo(new Sent(5, 1));

        assertThat(sum.anew(MIDNIGHT)).isEqualTo(new Sent(12, 2));

        assertThat(sum.since(MIDNIGHT)).isEqualTo(new Sent(12, 2));
    }

    @Test
    void another_day_begins_at_nothing() {
        rows.put(MIDNIGHT.plusSeconds(1), 5L);
        sum.since(MIDNIGHT);

        assertThat(sum.since(MIDNIGHT.plusSeconds(3_000))).isEqualTo(Sent.NOTHING);
    }

    private Sent read(Instant from, Instant before) {
        Duration span = Duration.between(from, before);
        longestRead = span.compareTo(longestRead) > 0 ? span : longestRead;
        return rows.subMap(from, before).values().stream()
                .map(segments -> new Sent(segments, 1))
                .reduce(Sent.NOTHING, Sent::plus);
    }
}
