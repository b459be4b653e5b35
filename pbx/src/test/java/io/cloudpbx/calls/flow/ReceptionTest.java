package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSilent;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.CallEvent.StillThinking;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.OneMoment;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Saying.DialEmergency;
import io.cloudpbx.calls.flow.Saying.NoSuchExtension;
import io.cloudpbx.calls.flow.Saying.NotTaken;
import io.cloudpbx.calls.flow.Saying.Nothing;
import io.cloudpbx.calls.flow.Saying.StillThere;
import io.cloudpbx.calls.flow.Saying.WhoElse;
import io.cloudpbx.calls.flow.Saying.Words;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what a mind wants, and of what a caller does instead of speaking. */
class ReceptionTest {
    private static final Callee DANA = callee("101", "Dana Whitfield", "Owner", "+14155550190");
    private static final Callee PRIYA = callee("103", "Priya Raman", "Reception", "+14155550192");
    private static final Callee LUIS = callee("104", "Luis Ortega", "Billing", null);
    private static final Callee DESK = callee("110", "Front Desk", "reception ", "+14155550199");

    private static final Talk FIRST = Talk.BEGINNING;
    private static final Saying SILENT = new Nothing(Language.ENGLISH);

    private static Callee callee(String ext, String name, String department, @Nullable String phone) {
        return new Callee(
                UUID.randomUUID(), ext, name, department, List.of(), phone == null ? null : new PhoneNumber(phone));
    }

    private static CallSituation after(Duration lasted, Callee... people) {
        Map<String, Callee> directory =
                Arrays.stream(people).collect(Collectors.toMap(Callee::ext, Function.identity()));
        return new CallSituation(
                new Dialled.Main(), directory, Optional.ofNullable(directory.get("110")), lasted, Listening.TURNS);
    }

    private static final CallSituation NOW = after(Duration.ofSeconds(20), DANA, PRIYA, LUIS, DESK);

    private static CallStep said(Talk talk, Decision wanted) {
        return CallFlow.decide(NOW, new CallerSpoke(talk, wanted, Language.ENGLISH))
                .step();
    }

    private static Converse converse(Talk talk, Saying saying) {
        return new Converse(talk, saying, Listening.TURNS);
    }

    private static Saying words(String text) {
        return new Words(text, Language.ENGLISH);
    }

    private static Talk turn(int turn, int unsure, int refused, @Nullable String missed) {
        return new Talk(turn, unsure, refused, missed, Language.ENGLISH);
    }

    @Test
    void a_person_who_is_wanted_is_rung_for_the_receptionist() {
        String dana = Targets.id(DANA);

        assertThat(said(FIRST, new Decision.Connect(dana, "Connecting you to Dana.")))
                .isEqualTo(new Connect(DANA, dana, FIRST, words("Connecting you to Dana.")));
    }

    @Test
    void somebody_without_a_phone_has_a_mailbox() {
        assertThat(said(FIRST, new Decision.Connect(Targets.id(LUIS), "Connecting you to Luis.")))
                .isEqualTo(new TakeMessage(new Mailbox.Of(LUIS), Why.NO_PHONE, words("Connecting you to Luis.")));
    }

    @Test
    void of_a_department_those_with_phones_are_rung_one_after_the_other() {
        var reception = new Decision.Connect("dept_reception", "Connecting you to Reception.");
        assertThat(said(FIRST, reception))
                .isEqualTo(new Connect(PRIYA, "dept_reception", FIRST, words("Connecting you to Reception.")));
        assertThat(step(new TransferEnded(FIRST, "dept_reception", "103", DialOutcome.NO_ANSWER)))
                .isEqualTo(new Connect(DESK, "dept_reception", FIRST, SILENT));
        assertThat(step(new TransferEnded(FIRST, "dept_reception", "110", DialOutcome.BUSY)))
                .isEqualTo(converse(turn(2, 0, 0, null), new NotTaken("Reception", Language.ENGLISH)));
    }

    @Test
    void of_a_large_department_three_are_rung() {
        var people = new Callee[5];
        for (int i = 0; i < people.length; i++) {
            people[i] = callee("12" + i, "Agent " + i, "Sales", "+1415555016" + i);
        }
        var situation = after(Duration.ZERO, people);

        var fourth = CallFlow.decide(situation, new TransferEnded(FIRST, "dept_sales", "122", DialOutcome.NO_ANSWER));

        assertThat(fourth.step()).isEqualTo(converse(turn(2, 0, 0, null), new NotTaken("Sales", Language.ENGLISH)));
    }

    @Test
    void a_department_without_phones_has_the_general_mailbox() {
        assertThat(said(FIRST, new Decision.Connect("dept_billing", "")))
                .isEqualTo(new TakeMessage(new Mailbox.General(), Why.NO_PHONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+19005550100", "person_deadbeef", "dept_", "", "101", "sip:evil@example.com", "operator"})
    void whoever_is_not_there_is_asked_about_and_never_the_nearest_taken(String target) {
        assertThat(said(FIRST, new Decision.Connect(target, "Dialling now.")))
                .isEqualTo(converse(turn(2, 1, 0, null), new WhoElse(Language.ENGLISH)));
        assertThat(said(FIRST, new Decision.TakeMessage(target, "Speak.")))
                .isEqualTo(converse(turn(2, 1, 0, null), new WhoElse(Language.ENGLISH)));
    }

    @Test
    void a_message_goes_to_whom_it_is_for() {
        assertThat(said(FIRST, new Decision.TakeMessage(Targets.id(DANA), "")))
                .isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.ASKED_FOR));
        assertThat(said(FIRST, new Decision.TakeMessage("dept_reception", "")))
                .isEqualTo(new TakeMessage(new Mailbox.General(), Why.ASKED_FOR));
        assertThat(said(FIRST, new Decision.TakeMessage(null, "")))
                .isEqualTo(new TakeMessage(new Mailbox.General(), Why.ASKED_FOR));
    }

    @Test
    void a_message_for_nobody_in_particular_is_for_who_was_just_not_reached() {
        assertThat(said(turn(2, 0, 0, "101"), new Decision.TakeMessage(null, "")))
                .isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.ASKED_FOR));
        assertThat(said(turn(2, 0, 0, "198"), new Decision.TakeMessage(null, "")))
                .isEqualTo(new TakeMessage(new Mailbox.General(), Why.ASKED_FOR));
    }

    @Test
    void an_answer_and_a_question_are_said_and_the_receptionist_listens_on() {
        assertThat(said(turn(2, 1, 0, null), new Decision.Answer(List.of("hours"), "Until 5.")))
                .isEqualTo(converse(turn(3, 0, 0, null), words("Until 5.")));
        assertThat(said(FIRST, new Decision.Clarify("Linh or Duc?", List.of())))
                .isEqualTo(converse(turn(2, 1, 0, null), words("Linh or Duc?")));
        assertThat(said(FIRST, new Decision.Reprompt("Pardon?")))
                .isEqualTo(converse(turn(2, 1, 0, null), words("Pardon?")));
    }

    @Test
    void what_is_not_understood_twice_in_a_row_is_a_person_s() {
        for (var unsure : List.of(new Decision.Reprompt("Pardon?"), new Decision.Clarify("Who?", List.of()))) {
            assertThat(said(turn(2, 1, 0, null), unsure)).isEqualTo(new Ring(DESK, SILENT));
        }
        assertThat(said(turn(2, 1, 0, null), new Decision.Connect("person_gone", "")))
                .isEqualTo(new Ring(DESK, SILENT));
        assertThat(step(new CallerSilent(turn(2, 1, 0, null)))).isEqualTo(new Ring(DESK, SILENT));
        assertThat(step(new CallerPressed(turn(2, 1, 0, null), "199"))).isEqualTo(new Ring(DESK, SILENT));
    }

    @Test
    void after_eight_turns_or_four_minutes_a_person_goes_on() {
        var answer = new Decision.Answer(List.of("hours"), "Until 5.");
        assertThat(said(turn(7, 0, 0, null), answer)).isInstanceOf(Converse.class);
        assertThat(said(turn(8, 0, 0, null), answer)).isEqualTo(new Ring(DESK, words("Until 5.")));

        var spoke = new CallerSpoke(turn(3, 0, 0, null), answer, Language.ENGLISH);
        var justBefore = after(Reception.LONGEST.minusMillis(1), DANA, DESK);
        assertThat(CallFlow.decide(justBefore, spoke).step()).isInstanceOf(Converse.class);
        assertThat(CallFlow.decide(after(Reception.LONGEST, DANA, DESK), spoke).step())
                .isEqualTo(new Ring(DESK, words("Until 5.")));
    }

    @Test
    void who_asks_for_a_person_gets_one_or_the_general_mailbox() {
        var wanted = new Decision.Operator("Asked for a person", "Of course.");
        assertThat(said(FIRST, wanted)).isEqualTo(new Ring(DESK, words("Of course.")));
        assertThat(CallFlow.decide(after(Duration.ZERO, DANA), new CallerSpoke(FIRST, wanted, Language.ENGLISH)))
                .isEqualTo(new NextStep(
                        new TakeMessage(new Mailbox.General(), Why.NO_OPERATOR, words("Of course.")),
                        "Asked for a person, and no operator is named"));
    }

    @Test
    void an_emergency_is_told_to_dial_911_in_words_of_ours_and_a_person_takes_the_call() {
        assertThat(said(FIRST, new Decision.Emergency("Stay calm and wait.")))
                .isEqualTo(new Ring(DESK, new DialEmergency(Language.ENGLISH)));
    }

    @Test
    void what_is_refused_twice_is_a_person_s() {
        var refuse = new Decision.Refuse("Secrets", "I can't tell.");
        assertThat(said(FIRST, refuse)).isEqualTo(converse(turn(2, 0, 1, null), words("I can't tell.")));
        assertThat(said(turn(3, 0, 1, null), refuse)).isEqualTo(new Ring(DESK, words("I can't tell.")));
    }

    @Test
    void an_opt_out_and_a_goodbye_end_the_call() {
        assertThat(said(FIRST, new Decision.OptOut("Stop calling me", "You won't hear from us.")))
                .isEqualTo(new Goodbye(Farewell.OPTED_OUT, words("You won't hear from us.")));
        assertThat(said(FIRST, new Decision.EndCall(Decision.EndCall.Reason.WRONG_NUMBER, "Goodbye.")))
                .isEqualTo(new Goodbye(Farewell.SAID_ALREADY, words("Goodbye.")));
    }

    @Test
    void keys_work_at_every_turn() {
        assertThat(step(new CallerPressed(turn(4, 1, 1, null), "0"))).isEqualTo(new Ring(DESK, SILENT));
        assertThat(step(new CallerPressed(FIRST, "101"))).isEqualTo(new Connect(DANA, Targets.id(DANA), FIRST, SILENT));
        assertThat(step(new CallerPressed(FIRST, "199")))
                .isEqualTo(converse(turn(2, 1, 0, null), new NoSuchExtension("199", Language.ENGLISH)));
    }

    @Test
    void silence_is_asked_about() {
        assertThat(step(new CallerSilent(FIRST)))
                .isEqualTo(converse(turn(2, 1, 0, null), new StillThere(Language.ENGLISH)));
    }

    @Test
    void a_thought_that_takes_long_is_waited_for_at_the_same_turn() {
        assertThat(step(new StillThinking(turn(2, 1, 0, null)))).isEqualTo(new OneMoment(turn(2, 1, 0, null)));
    }

    @ParameterizedTest
    @EnumSource(value = DialOutcome.class, mode = EnumSource.Mode.EXCLUDE, names = "BRIDGED")
    void a_transfer_that_is_not_taken_comes_back(DialOutcome outcome) {
        assertThat(step(new TransferEnded(turn(2, 1, 0, null), Targets.id(DANA), "101", outcome)))
                .isEqualTo(converse(turn(3, 0, 0, "101"), new NotTaken("Dana Whitfield", Language.ENGLISH)));
    }

    @Test
    void a_transfer_that_was_taken_ends_the_call() {
        assertThat(step(new TransferEnded(FIRST, Targets.id(DANA), "101", DialOutcome.BRIDGED)))
                .isEqualTo(new Goodbye(Farewell.AFTER_TALKING, SILENT));
    }

    @Test
    void whoever_was_not_reached_is_not_rung_again() {
        assertThat(said(turn(2, 0, 0, "101"), new Decision.Connect(Targets.id(DANA), "Connecting you to Dana.")))
                .isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.NOBODY_ANSWERED));
    }

    @Test
    void a_transfer_that_comes_back_too_late_ends_at_the_mailbox() {
        assertThat(step(new TransferEnded(turn(8, 0, 0, null), Targets.id(DANA), "101", DialOutcome.BUSY)))
                .isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.BUSY));
    }

    @Test
    void somebody_removed_while_ringing_hands_the_caller_to_the_operator() {
        assertThat(step(new TransferEnded(FIRST, "person_deadbeef", "150", DialOutcome.NO_ANSWER)))
                .isEqualTo(new Ring(DESK, SILENT));
    }

    @Test
    void the_caller_s_language_is_kept() {
        var spoke = new CallerSpoke(FIRST, new Decision.Reprompt("¿Cómo?"), Language.SPANISH);
        assertThat(CallFlow.decide(NOW, spoke).step())
                .isEqualTo(converse(new Talk(2, 1, 0, null, Language.SPANISH), new Words("¿Cómo?", Language.SPANISH)));
    }

    @Test
    void minds_see_departments_once_and_no_number() {
        var directory = Targets.directory(NOW, Map.of());

        assertThat(directory.departments())
                .extracting(department -> department.id() + " " + department.name())
                .containsExactly("dept_billing Billing", "dept_owner Owner", "dept_reception Reception");
        assertThat(directory.operator()).isEqualTo(Targets.id(DESK));
        assertThat(directory.person(Targets.id(PRIYA)).orElseThrow().department())
                .isEqualTo("dept_reception");
        assertThat(directory.toString()).doesNotContain("+1415", "5550");
    }

    private static CallStep step(CallEvent event) {
        return CallFlow.decide(NOW, event).step();
    }

    private static CallSituation streamed(Listening listening, Duration lasted) {
        return new CallSituation(NOW.dialled(), NOW.directory(), NOW.operator(), lasted, listening);
    }

    @Test
    void where_callers_are_streamed_the_conversation_goes_on_in_the_stream() {
        var situation = streamed(Listening.STREAM, Duration.ZERO);
        var answer = new Decision.Answer(List.of("hours"), "Until 5.");

        assertThat(CallFlow.decide(situation, new CallerSpoke(FIRST, answer, Language.ENGLISH))
                        .step())
                .isEqualTo(new Converse(turn(2, 0, 0, null), words("Until 5."), Listening.STREAM));
    }

    @Test
    void whose_stream_broke_is_listened_to_again_in_the_same_turn_as_long_as_there_is_time() {
        var broke = new CallEvent.StreamBroke(turn(3, 1, 0, "101"));
        var again = new Saying.CutOff(Language.ENGLISH);

        assertThat(CallFlow.decide(streamed(Listening.STREAM, Duration.ZERO), broke)
                        .step())
                .isEqualTo(new Converse(turn(3, 1, 0, "101"), again, Listening.STREAM));
        assertThat(CallFlow.decide(streamed(Listening.TURNS, Duration.ZERO), broke)
                        .step())
                .isEqualTo(new Converse(turn(3, 1, 0, "101"), again, Listening.TURNS));
        assertThat(CallFlow.decide(streamed(Listening.STREAM, Reception.LONGEST), broke)
                        .step())
                .isEqualTo(new Ring(DESK, SILENT));
    }

    @Test
    void a_stream_is_opened_three_times_and_one_that_cannot_be_made_once() {
        assertThat(Listening.of(true, 0, 0)).isEqualTo(Listening.STREAM);
        assertThat(Listening.of(true, Listening.MOST_RESUMED, 0)).isEqualTo(Listening.STREAM);
        assertThat(Listening.of(true, Listening.MOST_RESUMED + 1, 0)).isEqualTo(Listening.TURNS);
        assertThat(Listening.of(true, 0, 1)).isEqualTo(Listening.TURNS);
        assertThat(Listening.of(false, 0, 0)).isEqualTo(Listening.TURNS);
    }

    @Test
    void an_interrupted_answer_is_a_turn_and_turns_are_counted() {
        assertThat(step(new CallEvent.CallerInterrupted(turn(1, 1, 0, null), "We are open")))
                .isEqualTo(converse(turn(2, 0, 0, null), words("We are open")));
        assertThat(step(new CallEvent.CallerInterrupted(turn(Reception.MOST_TURNS, 0, 0, null), "We")))
                .isEqualTo(new Ring(DESK, words("We")));
    }
}
