package io.cloudpbx.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.CallView.Party;
import io.cloudpbx.calls.Seat.Known;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeatTest {
    private static final Party DANA = new Party(new UUID(0, 1), "101", "Dana");
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    @Test
    void a_call_tells_more_than_a_wish_and_a_conversation_more_than_a_phone_that_rings() {
        assertThat(Seat.of(DANA, new Known(NOON, NOON.minusSeconds(9), true, true, false)))
                .isEqualTo(new Seat(DANA, "talking", NOON));
        assertThat(Seat.of(DANA, new Known(null, NOON, true, true, true))).isEqualTo(new Seat(DANA, "ringing", NOON));
    }

    @Test
    void whoever_has_no_call_is_free_unless_something_keeps_them_from_being_rung() {
        assertThat(Seat.of(DANA, new Known(null, null, true, true, true)).state())
                .isEqualTo("do_not_disturb");
        assertThat(Seat.of(DANA, new Known(null, null, false, true, true)).state())
                .isEqualTo("away");
        assertThat(Seat.of(DANA, new Known(null, null, false, false, false)).state())
                .isEqualTo("no_phone");
        Seat free = Seat.of(DANA, new Known(null, null, false, false, true));
        assertThat(free).isEqualTo(new Seat(DANA, "free", null));
        assertThat(free.isFree()).isTrue();
    }
}
