package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.NumbersDay;
import io.cloudpbx.campaigns.ledger.OutcomeLedger.Not;
import io.cloudpbx.campaigns.store.DayRows;
import io.cloudpbx.campaigns.store.FoundRows;
import io.cloudpbx.campaigns.store.FoundRows.Forgotten;
import io.cloudpbx.campaigns.store.FoundRows.Sent;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a restored system finds at the carrier counts for what its numbers may send on the day (R26). */
class FoundRowsTest {
    /** Ten in the morning on the Pacific coast. */
    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");

    private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(11));
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final PhoneNumber OTHER = new PhoneNumber("+14155550102");
    private static final UUID CAMPAIGN = new UUID(11, 0);

    private static final RealLedgers real = new RealLedgers();

    private final FoundRows found = real.bean(FoundRows.class);
    private final DayRows days = real.bean(DayRows.class);

    @AfterAll
    static void close() {
        real.close();
    }

    @BeforeEach
    void begin() {
        real.empty();
        real.setClock(NOW);
        RunningCampaign.of(real.jdbc(), CAMPAIGN, OURS, OTHER).inviting(4, NOW);
        days.cap(OURS, OptionalInt.of(5));
    }

    @Test
    void deliveries_that_left_today_count_and_those_of_yesterday_and_those_that_are_known_do_not() {
        assertThat(found.begun(List.of(forgotten(1, NOW, 2), forgotten(2, YESTERDAY, 1), forgotten(3, NOW, 0)), NOW))
                .containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(sent()).isEqualTo(new NumbersDay(5, 3, false));

        assertThat(found.begun(List.of(forgotten(1, NOW, 2)), NOW)).isEmpty();

        assertThat(sent()).isEqualTo(new NumbersDay(5, 3, false));
    }

    @Test
    void a_day_that_is_used_up_by_them_is_full_and_opens_when_one_turns_out_not_to_have_left() {
        found.begun(List.of(forgotten(1, NOW, 5)), NOW);
        assertThat(free()).containsExactly(OTHER);

        real.ledgers().outcomes().not(List.of(Not.sent("found 1", NOW, "It was not sent.")), NOW);

        assertThat(sent()).isEqualTo(new NumbersDay(5, 0, false));
        assertThat(free()).containsExactly(OURS, OTHER);
    }

    @Test
    void what_a_backup_of_another_day_counted_is_of_that_day() {
        real.setClock(YESTERDAY);
        found.count(List.of(new Sent(OURS, YESTERDAY, 4)));
        assertThat(sent()).isEqualTo(new NumbersDay(5, 4, false));
        real.setClock(NOW);

        found.count(List.of(
                new Sent(OURS, NOW, 1), new Sent(OURS, NOW, 2), new Sent(OURS, YESTERDAY, 9), new Sent(OTHER, NOW, 9)));

        assertThat(sent()).isEqualTo(new NumbersDay(5, 3, false));
        assertThat(days.of(List.of(OTHER))).as("it has no cap").isEmpty();
    }

    private static Forgotten forgotten(long delivery, Instant at, int segments) {
        return new Forgotten(delivery, "found " + delivery, OURS, at, segments, true);
    }

    private NumbersDay sent() {
        return Objects.requireNonNull(days.of(List.of(OURS)).get(OURS));
    }

    private static List<PhoneNumber> free() {
        return List.copyOf(real.ledgers()
                .paces()
                .freeWithin(List.of(OURS, OTHER), Duration.ofSeconds(1))
                .keySet());
    }
}
