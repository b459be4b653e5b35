package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TapingTest {
    private static final Callee LUIS =
            new Callee(UUID.randomUUID(), "102", "Luis Ortega", "Billing", List.of(), new PhoneNumber("+16285550177"));
    private static final CallStep CONVERSE =
            new CallStep.Converse(Talk.BEGINNING, new Saying.Greeting(Language.ENGLISH), Listening.TURNS);

    /** With somebody else on the line, or another recording. */
    private static final List<CallStep> LEAVING = List.of(
            new CallStep.Connect(LUIS, "person_luis", Talk.BEGINNING, CallStep.SILENCE),
            new CallStep.Ring(LUIS),
            new CallStep.TakeMessage(new Mailbox.General(), Why.ASKED_FOR));

    private static final List<CallStep> STAYING = List.of(
            new CallStep.Menu(1, 0, new Welcome()),
            new CallStep.OneMoment(Talk.BEGINNING),
            new CallStep.Goodbye(Farewell.SAID_ALREADY));

    @Test
    void the_first_words_of_a_conversation_are_announced_before_they_are_recorded() {
        assertThat(Taping.at(CONVERSE, true, Taped.NOT_YET)).isEqualTo(Taping.ANNOUNCE);
        assertThat(Taping.at(CONVERSE, true, Taped.BEGUN)).isEqualTo(Taping.UNCHANGED);
    }

    @Test
    void who_comes_back_was_told_already_and_who_cut_the_announcement_short_is_not_recorded() {
        assertThat(Taping.at(CONVERSE, true, Taped.ENDED)).isEqualTo(Taping.AGAIN);
        assertThat(Taping.at(CONVERSE, true, Taped.NEVER_RAN)).isEqualTo(Taping.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_begins_where_the_business_does_not_want_it(Taped taped) {
        assertThat(Taping.at(CONVERSE, false, taped)).isEqualTo(Taping.UNCHANGED);
    }

    /** Also when the business has switched it off meanwhile. */
    @ParameterizedTest
    @EnumSource
    void it_ends_before_anybody_else_is_heard_and_never_begins_then(Taped taped) {
        for (CallStep step : LEAVING) {
            for (boolean wanted : List.of(true, false)) {
                assertThat(Taping.at(step, wanted, taped))
                        .isEqualTo(taped == Taped.BEGUN ? Taping.END : Taping.UNCHANGED);
            }
        }
    }

    private static final List<CallStep> WITHOUT_PEOPLE = List.of(
            CONVERSE,
            new CallStep.Forward("other", new PhoneNumber("+14155550133"), Duration.ofSeconds(20), CallStep.SILENCE),
            new CallStep.TakeMessage(new Mailbox.General(), Why.ASKED_FOR),
            new CallStep.Menu(1, 0, new Welcome()),
            new CallStep.OneMoment(Talk.BEGINNING),
            new CallStep.Wait("sales", "Sales", 2, true, CallStep.SILENCE),
            new CallStep.Hold(false, CallStep.SILENCE),
            new CallStep.Park(1, Duration.ofMinutes(3), CallStep.SILENCE),
            new CallStep.Rejoin(LUIS.id(), "Luis Ortega", CallStep.SILENCE));

    private static final List<CallStep> RINGING = List.of(
            new CallStep.Ring(LUIS),
            new CallStep.Connect(LUIS, "person_luis", Talk.BEGINNING, CallStep.SILENCE),
            new CallStep.RingGroup("sales", 0, "Sales", List.of(LUIS), Duration.ofSeconds(20), CallStep.SILENCE));

    @Test
    void a_caller_is_told_before_anybody_is_rung_who_talks_on_a_recording_and_only_once() {
        for (CallStep step : RINGING) {
            assertThat(Taping.between(step, true, Taped.NOT_YET)).isEqualTo(Taping.ANNOUNCE);
            assertThat(Taping.between(step, true, Taped.BEGUN)).isEqualTo(Taping.UNCHANGED);
            assertThat(Taping.between(step, true, Taped.ENDED)).isEqualTo(Taping.AGAIN);
            assertThat(Taping.between(step, true, Taped.NEVER_RAN))
                    .as("who refused is not asked again")
                    .isEqualTo(Taping.UNCHANGED);
        }
    }

    /** C32: on hold, in a conference and at an outside phone somebody could be on it who was not told. */
    @ParameterizedTest
    @EnumSource
    void people_are_recorded_nowhere_but_where_both_were_told(Taped taped) {
        for (CallStep step : WITHOUT_PEOPLE) {
            assertThat(Taping.between(step, true, taped))
                    .isEqualTo(taped == Taped.BEGUN ? Taping.END : Taping.UNCHANGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void people_are_not_recorded_where_the_rule_forbids_it(Taped taped) {
        for (CallStep step : RINGING) {
            assertThat(Taping.between(step, false, taped))
                    .isEqualTo(taped == Taped.BEGUN ? Taping.END : Taping.UNCHANGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_changes_where_nobody_comes_or_goes(Taped taped) {
        for (CallStep step : STAYING) {
            assertThat(Taping.at(step, true, taped)).isEqualTo(Taping.UNCHANGED);
        }
    }
}
