package io.cloudpbx.dialing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.access.web.WebTest;
import io.cloudpbx.carrier.CallOrder;
import io.cloudpbx.carrier.CarrierDialing;
import io.cloudpbx.carrier.PlacedCall;
import io.cloudpbx.dialing.flow.Reached;
import io.cloudpbx.dialing.store.DialedCallRows;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A call of which nobody knows whether it was placed, and what the carrier's list shows. */
@WebTest
class LookingTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private DialedCallRows rows;

    @Autowired
    private Progress progress;

    private final List<PlacedCall> list = new ArrayList<>();
    private final CarrierId one = carrierId();
    private DialedHouse house;
    private DialedCall call;

    private static CarrierId carrierId() {
        return new CarrierId("CA" + UUID.randomUUID().toString().replace("-", ""));
    }

    @BeforeEach
    void a_call_was_asked_for() {
        house = new DialedHouse(beans);
        call = house.wished(Duration.ZERO);
        progress.claim(call.id());
    }

    @AfterEach
    void they_leave() {
        house.isLeft();
    }

    private Outcome look(Duration after) {
        var then = Clock.fixed(call.createdAt().plus(after), ZoneOffset.UTC);
        return new Looking(rows, progress, new Listed(list), then).run(call.id().toString(), 9);
    }

    /** A carrier that shows this and places nothing. */
    private record Listed(List<PlacedCall> calls) implements CarrierDialing {
        @Override
        public CarrierId place(CallOrder order) {
            throw new AssertionError("It is never placed again.");
        }

        @Override
        public List<PlacedCall> placedBetween(PhoneNumber from, PhoneNumber to) {
            return calls;
        }
    }

    private DialedCall now() {
        return rows.find(call.id()).orElseThrow();
    }

    private void shows(CarrierId id) {
        list.add(new PlacedCall(id, call.createdAt().plusSeconds(1)));
    }

    @Test
    void what_is_found_is_taken() {
        shows(one);

        assertThat(look(Duration.ofSeconds(20))).isEqualTo(new Outcome.Done());
        assertThat(now().carrierId()).isEqualTo(one);
        assertThat(now().isLive()).isTrue();
    }

    @Test
    void what_is_another_calls_is_not() {
        var other = house.wished(Duration.ofMinutes(1));
        rows.placed(other.id(), one);
        shows(one);

        assertThat(look(Duration.ofSeconds(20))).isInstanceOf(Outcome.Again.class);
        assertThat(now().carrierId()).isNull();
    }

    @Test
    void what_may_be_another_calls_is_not_either() {
        house.wished(Duration.ofMinutes(1));
        shows(one);

        assertThat(look(Duration.ofSeconds(20))).isInstanceOf(Outcome.Again.class);
        assertThat(now().carrierId()).isNull();
    }

    @Test
    void one_that_waited_long_before_is_no_doubt() {
        house.wished(Duration.ofMinutes(10));
        shows(one);

        look(Duration.ofSeconds(20));
        assertThat(now().carrierId()).isEqualTo(one);
    }

    @Test
    void it_is_given_up_after_five_minutes_and_two_looks_however_often_it_was_tried() {
        assertThat(look(Duration.ofMinutes(6))).isInstanceOf(Outcome.Again.class);
        assertThat(now().isLive()).isTrue();

        assertThat(look(Duration.ofMinutes(8))).isEqualTo(new Outcome.Done());
        assertThat(now().outcome()).isEqualTo(Reached.NOT_CONFIRMED);
    }
}
