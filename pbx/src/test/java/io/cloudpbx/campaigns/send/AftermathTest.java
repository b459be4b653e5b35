package io.cloudpbx.campaigns.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.campaigns.send.Aftermath.AccountAtFault;
import io.cloudpbx.campaigns.send.Aftermath.GivenUp;
import io.cloudpbx.campaigns.send.Aftermath.NotSent;
import io.cloudpbx.campaigns.send.Aftermath.NumberAtFault;
import io.cloudpbx.campaigns.send.Aftermath.Refused;
import io.cloudpbx.campaigns.send.Aftermath.Unknown;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.carrier.CarrierFailure.Kind;
import io.cloudpbx.messaging.Handed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AftermathTest {
    @Test
    void a_refusal_ends_a_delivery() {
        assertThat(failed(Kind.REFUSED, 21610, 1)).isEqualTo(new Refused(21610));
    }

    @ParameterizedTest
    @ValueSource(ints = {20003, 20005, 20404, 10001, 30002, 0})
    void the_accounts_fault_is_nobody_elses(int code) {
        assertThat(failed(Kind.REFUSED, code, 1)).isEqualTo(new AccountAtFault(code, Duration.ZERO));
        assertThat(failed(Kind.GONE, code, 5_000)).isEqualTo(new AccountAtFault(code, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(ints = {21408, 21608, 21620, 21621})
    void what_the_account_may_not_do_for_one_recipient_lets_others_be_asked_for_first_when_it_goes_on(int code) {
        assertThat(failed(Kind.REFUSED, code, 1)).isEqualTo(new AccountAtFault(code, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {21606, 21210, 21212, 30032, 30033, 30034, 30035})
    void a_numbers_fault_lets_that_number_rest(int code) {
        assertThat(failed(Kind.REFUSED, code, 1)).isEqualTo(new NumberAtFault(code, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {21211, 21214, 21612, 21617, 29999})
    void a_recipients_fault_is_for_good(int code) {
        assertThat(failed(Kind.REFUSED, code, 1)).isEqualTo(new Refused(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {21611, 30001})
    void a_full_queue_lets_the_sender_rest_and_costs_nobody_their_text(int code) {
        assertThat(failed(Kind.REFUSED, code, 1)).isEqualTo(new NotSent(Duration.ofMinutes(10), code, "no"));
    }

    @Test
    void a_day_that_is_used_up_is_waited_out() {
        assertThat(failed(Kind.NOT_NOW, 63038, 1)).isEqualTo(new NotSent(Duration.ofHours(1), 63038, "no"));
    }

    @ParameterizedTest
    @CsvSource({"1,4", "2,8", "5,64", "6,120", "50,120"})
    void a_busy_carrier_is_asked_again_later_and_later(int attempts, int seconds) {
        assertThat(failed(Kind.NOT_NOW, 20429, attempts))
                .isEqualTo(new NotSent(Duration.ofSeconds(seconds), Aftermath.NO_REST, "no"));
    }

    @Test
    void a_carrier_that_is_always_busy_is_not_asked_without_end() {
        assertThat(failed(Kind.NOT_NOW, 20429, 999)).isInstanceOf(NotSent.class);
        assertThat(failed(Kind.NOT_NOW, 20429, 1_000)).isEqualTo(new GivenUp("no"));
        assertThat(failed(Kind.REFUSED, 21611, 1_000)).isEqualTo(new GivenUp("no"));
        assertThat(failed(Kind.UNKNOWN_OUTCOME, 0, 1_000)).isEqualTo(new Unknown("no"));
    }

    @Test
    void what_may_have_been_sent_is_never_sent_again_by_itself() {
        assertThat(failed(Kind.UNKNOWN_OUTCOME, 0, 1)).isEqualTo(new Unknown("no"));
    }

    @Test
    void what_was_not_asked_in_time_may_be_asked_at_once() {
        assertThat(Aftermath.of(new Handed.TooLate(), 1))
                .isInstanceOfSatisfying(
                        NotSent.class, late -> assertThat(late.pause()).isZero());
    }

    private static Aftermath failed(Kind kind, int code, int attempts) {
        return Aftermath.of(new Handed.Failed(new CarrierFailure(kind, code, "no")), attempts);
    }
}
