package io.cloudpbx.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.Delivery.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CensusTest {
    private static final UUID CAMPAIGN = UUID.randomUUID();

    private long now;
    private Duration counting = Duration.ZERO;
    private long counts;
    private final Census census = new Census(this::count, () -> now);

    @Test
    void few_are_counted_each_time() {
        counting = Duration.ofMillis(5);

        assertThat(look()).isEqualTo(1);
        assertThat(look()).isEqualTo(2);
    }

    @Test
    void many_are_counted_again_after_ten_times_as_long() {
        counting = Duration.ofMillis(300);
        assertThat(look()).isEqualTo(1);

        wait(Duration.ofMillis(2_900));
        assertThat(look()).isEqualTo(1);

        wait(Duration.ofMillis(200));
        assertThat(look()).isEqualTo(2);
    }

    @Test
    void what_somebody_did_is_seen_at_once() {
        counting = Duration.ofMillis(300);
        look();

        census.on(new CampaignChanged(CAMPAIGN));

        assertThat(look()).isEqualTo(2);
    }

    private Map<State, Long> count(UUID id) {
        wait(counting);
        return Map.of(State.WAITING, ++counts);
    }

    private void wait(Duration passing) {
        now += passing.toNanos();
    }

    private long look() {
        return census.of(List.of(CAMPAIGN)).getOrDefault(CAMPAIGN, Map.of()).getOrDefault(State.WAITING, -1L);
    }
}
