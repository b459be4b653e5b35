package io.cloudpbx.messaging.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.messaging.flow.Sender.Registration;
import io.cloudpbx.messaging.flow.Standing.Consent;
import io.cloudpbx.messaging.flow.Standing.OptedOut;
import io.cloudpbx.messaging.flow.Standing.Source;
import io.cloudpbx.messaging.flow.Verdict.Later;
import io.cloudpbx.messaging.flow.Verdict.Refuse;
import io.cloudpbx.messaging.flow.Verdict.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Consent, opt-outs and registrations, and how they are put into words. */
class TextGatePermissionTest {
    private static final Instant LONG_AGO = Question.NOON.minus(Duration.ofDays(9));

    @Test
    void who_was_in_touch_within_a_day_may_be_told_things_without_consent_and_at_any_hour() {
        for (Consumer<Question> touch : List.<Consumer<Question>>of(
                q -> q.wroteAt = q.now.minus(Duration.ofHours(23)), q -> q.calledAt = q.now.minusSeconds(1))) {
            Question question = new Question(TextKind.INFORMATIONAL);
            question.now = Instant.parse("2026-09-16T10:20:00Z");
            question.informational = null;
            question.marketing = null;
            assertThat(because(question.decide())).isEqualTo("no_consent");

            touch.accept(question);
            assertThat(question.decide()).isInstanceOf(Send.class);
        }
    }

    @Test
    void marketing_needs_consent_in_writing_and_being_in_touch_does_not_replace_it() {
        Question question = new Question(TextKind.MARKETING);
        question.wroteAt = question.now.minusSeconds(60);
        question.marketing = new Consent("c-9", false, LONG_AGO);
        assertThat(because(question.decide())).isEqualTo("no_consent");

        question.marketing = null;
        assertThat(because(question.decide())).isEqualTo("no_consent");
    }

    @Test
    void consent_to_marketing_is_consent_to_be_told_things() {
        Question question = new Question(TextKind.INFORMATIONAL);
        question.informational = null;

        assertThat(question.decide()).isInstanceOf(Send.class);
    }

    static Stream<OptedOut> optOuts() {
        return Arrays.stream(Source.values()).map(source -> new OptedOut(LONG_AGO, source, "no more"));
    }

    @Test
    void how_somebody_opted_out_is_said_and_the_carrier_s_block_is_not_called_a_stop() {
        assertThat(optOuts().map(out -> refusal(out, false)))
                .containsExactly(
                        "They replied with a word that means STOP (“no more”), since September 7, 2026.",
                        "They asked for no more texts (“no more”), since September 7, 2026.",
                        "They asked for no more texts (“no more”), since September 7, 2026.",
                        "They were opted out by a person here (“no more”), since September 7, 2026.",
                        "They are blocked by the carrier or Twilio, since September 7, 2026.",
                        "They asked for no more texts in a call (“no more”), since September 7, 2026.",
                        "They were opted out on an imported list (“no more”), since September 7, 2026.");
    }

    @Test
    void a_stop_to_a_toll_free_number_can_only_be_undone_by_themselves() {
        assertThat(refusal(new OptedOut(LONG_AGO, Source.KEYWORD, ""), true))
                .isEqualTo("They replied with a word that means STOP, since September 7, 2026."
                        + " Only they can undo it, by texting START or UNSTOP.");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"APPROVED", "UNKNOWN"})
    void what_is_missing_of_a_registration_is_said_with_the_carrier_s_code(Registration registration) {
        assertThat(unregistered(registration, true)).contains("30032");
        assertThat(unregistered(registration, false))
                .contains(
                        switch (registration) {
                            case PENDING -> "30035";
                            case SUSPENDED -> "30033";
                            default -> "30034";
                        });
    }

    /** Receipts will tell. */
    @Test
    void where_nobody_says_anything_of_a_registration_a_text_may_try() {
        Question question = new Question(TextKind.PERSONAL);
        question.registration = Registration.UNKNOWN;
        assertThat(question.decide()).isInstanceOf(Send.class);
    }

    private static String refusal(OptedOut out, boolean tollFree) {
        Question question = new Question(TextKind.PERSONAL);
        question.optedOut = out;
        question.tollFree = tollFree;
        return ((Refuse) question.decide()).because().sentence();
    }

    private static String unregistered(Registration registration, boolean tollFree) {
        Question question = new Question(TextKind.PERSONAL);
        question.registration = registration;
        question.tollFree = tollFree;
        return ((Refuse) question.decide()).because().sentence();
    }

    private static String because(Verdict verdict) {
        return switch (verdict) {
            case Send send -> "";
            case Later later -> later.because().code();
            case Refuse refuse -> refuse.because().code();
        };
    }
}
