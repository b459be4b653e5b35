package io.cloudpbx.sandbox.call;

import static io.cloudpbx.sandbox.call.Carrier.BUSINESS;
import static io.cloudpbx.sandbox.call.Carrier.MOBILE;
import static io.cloudpbx.sandbox.call.Carrier.SECOND_MOBILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Call.Status;
import org.junit.jupiter.api.Test;

/** 10004: an account has as many calls at once as it may ({@code twilio.md} sections 14 and 15). */
class CallLimitTest extends CallTest {
    private void limit(int calls) {
        carrier.switchBoard.callLimits().set(Account.BUSINESS_SID, new CallLimits.Limit(calls));
    }

    private Call orders() {
        return carrier.place(Account.BUSINESS_SID, BUSINESS, MOBILE, "<Pause length=\"60\"/>", null);
    }

    @Test
    void an_order_beyond_the_limit_is_refused_and_makes_no_call() {
        limit(1);
        answers(MOBILE, 1, "<Pause length=\"5\"/>");
        orders();

        assertThatThrownBy(this::orders).isInstanceOf(Exchange.TooManyCalls.class);
        assertThat(carrier.state.calls())
                .filteredOn(call -> call.direction() == Call.Direction.OUTBOUND_API)
                .hasSize(1);
    }

    @Test
    void whose_call_is_over_may_call_again() {
        limit(1);
        answers(MOBILE, 1, "<Pause length=\"5\"/>");
        orders();
        carrier.settle();

        Call second = orders();
        carrier.settle();

        assertThat(carrier.call(second.sid()).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void an_inbound_call_beyond_the_limit_fails_and_the_debugger_says_why() {
        limit(0);
        business("<Say>Hello</Say>");

        Call caller = carrier.callIn("<Pause length=\"5\"/>");
        carrier.settle();

        assertThat(customer.requests("/in")).isEmpty();
        assertThat(carrier.businessLeg().status()).isEqualTo(Status.FAILED);
        assertThat(carrier.call(caller.sid()).status()).isEqualTo(Status.FAILED);
        assertThat(carrier.errorCodes()).containsExactly(10004);
    }

    @Test
    void a_dialled_leg_counts_too() {
        limit(2);
        answers(MOBILE, 1, "<Pause length=\"5\"/>");
        answers(SECOND_MOBILE, 1, "<Pause length=\"5\"/>");
        business("<Dial sequential=\"true\"><Number>" + MOBILE + "</Number></Dial><Dial><Number>" + MOBILE
                + "</Number><Number>" + SECOND_MOBILE + "</Number></Dial>");

        caller("<Pause length=\"60\"/>");

        assertThat(carrier.errorCodes()).containsExactly(10004);
        assertThat(carrier.state.calls())
                .filteredOn(call -> call.direction() == Call.Direction.OUTBOUND_DIAL)
                .extracting(Call::status)
                .containsExactlyInAnyOrder(Status.COMPLETED, Status.COMPLETED, Status.FAILED);
    }

    @Test
    void without_a_limit_nobody_is_refused() {
        business("<Pause length=\"5\"/>");
        limit(0);
        carrier.switchBoard.callLimits().lift(Account.BUSINESS_SID);

        for (int i = 0; i < 30; i++) {
            carrier.callIn("<Pause length=\"2\"/>");
        }
        carrier.settle();

        assertThat(carrier.errorCodes()).isEmpty();
    }
}
