package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.telephony.PhoneNumber;
import org.junit.jupiter.api.Test;

class OnTheWayTest {
    private static final PhoneNumber LOCAL = new PhoneNumber("+14155550100");
    private static final PhoneNumber TOLL_FREE = new PhoneNumber("+18335550100");

    private final OnTheWay onTheWay = new OnTheWay(new Pace(1, 20));

    @Test
    void a_number_that_sends_one_a_second_has_one_on_its_way() {
        assertThat(onTheWay.add(LOCAL)).isTrue();
        assertThat(onTheWay.add(LOCAL)).isFalse();

        onTheWay.remove(LOCAL);

        assertThat(onTheWay.add(LOCAL)).isTrue();
    }

    @Test
    void one_that_sends_many_has_as_many_as_it_sends_in_a_moment() {
        for (int text = 0; text < 9; text++) {
            assertThat(onTheWay.add(TOLL_FREE)).isTrue();
        }
        assertThat(onTheWay.add(TOLL_FREE)).isFalse();
        assertThat(onTheWay.add(LOCAL)).isTrue();
    }

    @Test
    void whoever_found_no_room_takes_none() {
        onTheWay.add(LOCAL);
        onTheWay.add(LOCAL);
        onTheWay.add(LOCAL);

        onTheWay.remove(LOCAL);

        assertThat(onTheWay.add(LOCAL)).isTrue();
    }
}
