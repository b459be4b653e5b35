package io.cloudpbx.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.numbers.ListedRegistration.Status;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsualCapsTest {
    private static final PhoneNumber LOCAL = new PhoneNumber("+14155550101");
    private static final PhoneNumber TOLL_FREE = new PhoneNumber("+18335550100");

    @Test
    void a_registered_local_number_has_the_smallest_cap_of_a_network_and_a_toll_free_one_none() {
        assertThat(UsualCaps.of(LOCAL, listed(Status.APPROVED))).hasValue(2_000);
        assertThat(UsualCaps.of(TOLL_FREE, listed(Status.APPROVED))).isEmpty();
        assertThat(UsualCaps.of(LOCAL, null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void none_is_known_of_numbers_that_are_not_registered(Status status) {
        assertThat(UsualCaps.of(LOCAL, listed(status))).isEmpty();
        assertThat(UsualCaps.of(TOLL_FREE, listed(status))).isEmpty();
    }

    @Test
    void what_somebody_has_chosen_counts_instead() {
        var usual = OptionalInt.of(2_000);

        assertThat(new DailyCap.Usual().segments(usual)).isEqualTo(usual);
        assertThat(new DailyCap.None().segments(usual)).isEmpty();
        assertThat(new DailyCap.Own(10_000).segments(usual)).hasValue(10_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_000_001})
    void a_day_has_room_for_something_and_not_for_anything(int segments) {
        assertThatThrownBy(() -> new DailyCap.Own(segments)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ListedRegistration listed(Status status) {
        return new ListedRegistration(status, "", Instant.EPOCH);
    }
}
