package io.cloudpbx.dialing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.dialing.flow.DialRules.Refusal;
import io.cloudpbx.dialing.flow.DialRules.Used;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialRulesTest {
    private static final DialRules RULES = new DialRules(Set.of("US", "CA"), 10, 90);
    private static final Used NOTHING = new Used(0, 0, false);

    @ParameterizedTest
    @ValueSource(strings = {"+14155550148", "+16135550148", "+18335550148"})
    void ordinary_numbers_of_allowed_countries_are_called(String number) {
        assertThat(RULES.against(new PhoneNumber(number), false, NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+870773111632, SATELLITE",
        "+881631234567, SATELLITE",
        "+882161234567, SATELLITE",
        "+8835100123456, SATELLITE",
        "+9791234567, SATELLITE",
        "+19005550148, PREMIUM",
        "+12129765014, PREMIUM",
        "+449098790148, PREMIUM",
        "+442079460018, COUNTRY",
        "+18765550148, COUNTRY",
        "+12425550148, COUNTRY",
        "+17875550148, COUNTRY"
    })
    void numbers_that_fraud_lives_on_are_refused(String number, Refusal refusal) {
        assertThat(RULES.against(new PhoneNumber(number), false, NOTHING)).contains(refusal);
    }

    @Test
    void our_own_numbers_are_not_called() {
        assertThat(RULES.against(new PhoneNumber("+14155550100"), true, NOTHING))
                .contains(Refusal.OWN_NUMBER);
    }

    @Test
    void a_days_calls_and_money_are_used_up_some_time() {
        var to = new PhoneNumber("+14155550148");
        assertThat(RULES.against(to, false, new Used(9, 0, false))).isEmpty();
        assertThat(RULES.against(to, false, new Used(10, 0, false))).contains(Refusal.TOO_MANY);
        assertThat(RULES.against(to, false, new Used(1, 29 * 60, false))).isEmpty();
        assertThat(RULES.against(to, false, new Used(1, 30 * 60, false))).contains(Refusal.TOO_DEAR);
    }

    @Test
    void one_person_is_in_one_call_at_a_time() {
        assertThat(RULES.against(new PhoneNumber("+14155550148"), false, new Used(1, 60, true)))
                .contains(Refusal.CALLING);
    }

    @Test
    void no_call_lasts_longer_than_the_money_or_two_hours() {
        assertThat(RULES.longest(NOTHING)).isEqualTo(Duration.ofMinutes(30));
        assertThat(RULES.longest(new Used(1, 61, false))).isEqualTo(Duration.ofMinutes(28));
        assertThat(new DialRules(Set.of("US"), 1, 100_000).longest(NOTHING)).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", " 9-1-1 ", "112", "999", "933", "+911", "+1 911", "988"})
    void emergency_numbers_are_known_however_they_are_written(String written) {
        assertThat(Emergency.isOne(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14155550911", "(911) 555-0148", "1911", "9112"})
    void numbers_that_only_look_like_them_are_not(String written) {
        assertThat(Emergency.isOne(written)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"not_taken, true", "answered, true", "voicemail, false", "NOT_TAKEN, false", "'', false"})
    void what_only_becomes_of_other_calls_is_not_looked_for(String outcome, boolean ours) {
        assertThat(Reached.named(outcome).isPresent()).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, true, true, ANSWERED",
        "COMPLETED, true, false, UNREACHED",
        "COMPLETED, false, false, NOT_TAKEN",
        "BUSY, false, false, NOT_TAKEN",
        "NO_ANSWER, false, false, NOT_TAKEN",
        "FAILED, false, false, FAILED"
    })
    void how_far_it_came_says_what_became_of_it(
            CallStatus status, boolean accepted, boolean answered, Reached reached) {
        assertThat(Reached.of(status, accepted, answered)).isEqualTo(reached);
    }
}
