package io.cloudpbx.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.database.TestDatabase;
import io.cloudpbx.messaging.store.SenderRows.Blocked;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SenderRowsTest {
    private static final PhoneNumber OURS = new PhoneNumber("+14155550101");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final SenderRows rows = new SenderRows(TestDatabase.fresh().jdbc());

    @Test
    void what_is_said_of_a_number_again_is_believed_from_then_on() {
        assertThat(rows.anyIsBlocked()).isFalse();
        rows.block(OURS, new Blocked(30034, "It is not registered.", NOON));
        rows.block(OURS, new Blocked(30034, "It is not registered.", NOON.plusSeconds(5)));
        assertThat(since()).as("a campaign hears it of every text").isEqualTo(NOON);

        rows.block(OURS, new Blocked(30034, "It is not registered.", NOON.plusSeconds(7200)));
        assertThat(since()).isEqualTo(NOON.plusSeconds(7200));
        rows.block(OURS, new Blocked(30035, "It is looked at.", NOON.plusSeconds(7201)));
        assertThat(since()).isEqualTo(NOON.plusSeconds(7201));

        assertThat(rows.anyIsBlocked()).isTrue();
        rows.free(OURS);
        assertThat(rows.anyIsBlocked()).isFalse();
    }

    private Instant since() {
        return Objects.requireNonNull(rows.blocked(List.of(OURS)).get(OURS)).since();
    }
}
