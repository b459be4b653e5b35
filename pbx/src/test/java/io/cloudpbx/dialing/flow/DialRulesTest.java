package io.cloudpbx.dialing.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.dialing.flow.DialRules.AllUsed;
import io.cloudpbx.dialing.flow.DialRules.Ceiling;
import io.cloudpbx.dialing.flow.DialRules.Ceilings;
import io.cloudpbx.dialing.flow.DialRules.Refusal;
import io.cloudpbx.dialing.flow.DialRules.Used;
import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialRulesTest {
    private static final Ceilings PLENTY = new Ceilings(1_000, 1_000, 1_000_000);
    private static final DialRules RULES = new DialRules(10, 90, PLENTY);
    private static final Used NOTHING = new Used(0, 0, false);
    private static final AllUsed NOBODY = new AllUsed(0, 0, 0);

    @Test
    void a_days_calls_and_money_are_used_up_some_time() {
        assertThat(RULES.against(new Used(9, 0, false), NOBODY)).isEmpty();
        assertThat(RULES.against(new Used(10, 0, false), NOBODY)).contains(new Refusal.TooMany());
        assertThat(RULES.against(new Used(1, 29 * 60, false), NOBODY)).isEmpty();
        assertThat(RULES.against(new Used(1, 30 * 60, false), NOBODY)).contains(new Refusal.TooDear());
    }

    @Test
    void one_person_is_in_one_call_at_a_time() {
        assertThat(RULES.against(new Used(1, 60, true), NOBODY)).contains(new Refusal.Calling());
    }

    @Test
    void no_call_lasts_longer_than_the_money_or_two_hours() {
        assertThat(RULES.longest(NOTHING, NOBODY)).isEqualTo(Duration.ofMinutes(30));
        assertThat(RULES.longest(new Used(1, 61, false), NOBODY)).isEqualTo(Duration.ofMinutes(28));
        assertThat(new DialRules(1, 100_000, PLENTY).longest(NOTHING, NOBODY)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void the_company_has_ceilings_of_its_own_and_the_one_that_is_reached_is_named() {
        var rules = new DialRules(10, 1_000, new Ceilings(5, 8, 90));
        assertThat(rules.against(NOTHING, new AllUsed(4, 7, 29 * 60))).isEmpty();
        assertThat(rules.against(NOTHING, new AllUsed(5, 7, 0))).contains(new Refusal.Company(Ceiling.CALLS_PER_HOUR));
        assertThat(rules.against(NOTHING, new AllUsed(0, 8, 0))).contains(new Refusal.Company(Ceiling.CALLS_PER_DAY));
        assertThat(rules.against(NOTHING, new AllUsed(0, 0, 30 * 60)))
                .contains(new Refusal.Company(Ceiling.MONEY_PER_DAY));
        assertThat(rules.longest(NOTHING, new AllUsed(0, 0, 25 * 60))).isEqualTo(Duration.ofMinutes(5));
        assertThat(rules.reachedWithOneMore(NOTHING, new AllUsed(3, 3, 0))).contains(Ceiling.MONEY_PER_DAY);
        assertThat(new DialRules(10, 1_000, new Ceilings(5, 8, 10_000))
                        .reachedWithOneMore(NOTHING, new AllUsed(4, 4, 0)))
                .contains(Ceiling.CALLS_PER_HOUR);
        assertThat(new DialRules(10, 1_000, new Ceilings(5, 8, 10_000))
                        .reachedWithOneMore(NOTHING, new AllUsed(3, 4, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "911, EMERGENCY",
        "' 9-1-1 ', EMERGENCY",
        "+911, EMERGENCY",
        "+1 911, EMERGENCY",
        "9911, EMERGENCY",
        "112, EMERGENCY_ABROAD",
        "933, ADDRESS_TEST",
        "988, LIFELINE"
    })
    void numbers_that_call_for_help_are_known_however_they_are_written(String written, HelpNumber number) {
        assertThat(HelpNumber.written(written)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999", "000", "+110", "118", "119"})
    void those_of_other_countries_are_known_and_call_no_help_from_here(String written) {
        assertThat(HelpAbroad.isOne(written)).isTrue();
        assertThat(HelpNumber.written(written)).isEmpty();
    }

    @Test
    void who_calls_911_is_heard_of_by_others_and_who_calls_the_lifeline_is_not() {
        assertThat(Arrays.stream(HelpNumber.values()).filter(HelpNumber::tellsStaff))
                .containsExactly(HelpNumber.EMERGENCY, HelpNumber.EMERGENCY_ABROAD);
    }

    @Test
    void help_is_shown_a_number_with_an_address_and_else_the_first_that_may_be_anywhere() {
        var tollFree = new HelpLine(new PhoneNumber("+18335550100"), false);
        var direct = new HelpLine(new PhoneNumber("+14155550170"), false);
        var known = new HelpLine(new PhoneNumber("+14155550171"), true);

        assertThat(HelpLine.of(List.of())).isEmpty();
        assertThat(HelpLine.of(List.of(tollFree))).contains(tollFree);
        assertThat(HelpLine.of(List.of(tollFree, direct))).contains(direct);
        assertThat(HelpLine.of(List.of(tollFree, direct, known))).contains(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14155550911", "(911) 555-0148", "1911", "9112", "9988", "91"})
    void numbers_that_only_look_like_them_are_not(String written) {
        assertThat(HelpNumber.written(written)).isEmpty();
        assertThat(HelpAbroad.isOne(written)).isFalse();
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
