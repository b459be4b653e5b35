package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.calls.flow.CallEvent.Arrived;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSilent;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.CallEvent.MenuAnswered;
import io.cloudpbx.calls.flow.CallEvent.MessageLeft;
import io.cloudpbx.calls.flow.CallEvent.NothingSaid;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Forward;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.OneMoment;
import io.cloudpbx.calls.flow.CallStep.Opening.Again;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchExtension;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.calls.flow.Saying.Greeting;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallFlowTest {
    private static final Callee DANA =
            new Callee(UUID.randomUUID(), "101", "Dana Whitfield", "Owner", List.of(), new PhoneNumber("+14155550190"));
    private static final Callee DESK =
            new Callee(UUID.randomUUID(), "110", "Front Desk", "Reception", List.of(), new PhoneNumber("+14155550191"));
    private static final Callee PHONELESS =
            new Callee(UUID.randomUUID(), "105", "Hannah Brooks", "Hygienist", List.of(), null);
    private static final Map<String, Callee> DIRECTORY = Map.of("101", DANA, "110", DESK, "105", PHONELESS);

    private static final CallSituation MAIN =
            new CallSituation(new Dialled.Main(), DIRECTORY, Optional.of(DESK), Duration.ZERO, Listening.TURNS);
    private static final CallSituation NO_OPERATOR =
            new CallSituation(new Dialled.Main(), DIRECTORY, Optional.empty(), Duration.ZERO, Listening.TURNS);
    private static final CallStep GREETING =
            new Converse(Talk.BEGINNING, new Greeting(Language.ENGLISH), Listening.TURNS);

    private static CallStep step(CallSituation situation, CallEvent event) {
        return CallFlow.decide(situation, event).step();
    }

    @Test
    void the_main_number_answers_with_the_menu() {
        assertThat(step(MAIN, new Arrived())).isEqualTo(new Menu(1, 0, new Welcome()));
    }

    @Test
    void a_direct_number_rings_its_extension() {
        var direct = new CallSituation(
                new Dialled.Direct(DANA), DIRECTORY, Optional.of(DESK), Duration.ZERO, Listening.TURNS);
        assertThat(step(direct, new Arrived())).isEqualTo(new Ring(DANA));
    }

    @Test
    void a_direct_number_of_somebody_without_a_phone_goes_to_their_mailbox() {
        var direct = new CallSituation(
                new Dialled.Direct(PHONELESS), DIRECTORY, Optional.of(DESK), Duration.ZERO, Listening.TURNS);
        assertThat(step(direct, new Arrived())).isEqualTo(new TakeMessage(new Mailbox.Of(PHONELESS), Why.NO_PHONE));
    }

    @Test
    void an_unknown_number_gets_a_polite_goodbye() {
        var unknown =
                new CallSituation(new Dialled.Unknown(), DIRECTORY, Optional.of(DESK), Duration.ZERO, Listening.TURNS);
        assertThat(step(unknown, new Arrived())).isEqualTo(new Goodbye(Farewell.NOT_OUR_NUMBER));
    }

    @Test
    void three_digits_ring_that_extension() {
        assertThat(step(MAIN, new MenuAnswered(1, 0, "101"))).isEqualTo(new Ring(DANA));
    }

    @Test
    void zero_leads_to_the_receptionist() {
        assertThat(step(MAIN, new MenuAnswered(1, 0, "0"))).isEqualTo(GREETING);
        assertThat(step(NO_OPERATOR, new MenuAnswered(1, 0, "0"))).isEqualTo(GREETING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"199", "1", "999", "00", "*", "#", "1011", "***"})
    void a_wrong_extension_is_said_and_the_menu_comes_again(String digits) {
        assertThat(step(MAIN, new MenuAnswered(1, 0, digits))).isEqualTo(new Menu(2, 0, new NoSuchExtension(digits)));
    }

    @Test
    void silence_repeats_the_menu_and_the_third_silence_leads_to_the_receptionist() {
        assertThat(step(MAIN, new MenuAnswered(1, 0, ""))).isEqualTo(new Menu(2, 1, new Again()));
        assertThat(step(MAIN, new MenuAnswered(2, 1, ""))).isEqualTo(new Menu(3, 2, new Again()));
        assertThat(step(MAIN, new MenuAnswered(3, 2, ""))).isEqualTo(GREETING);
    }

    @Test
    void wrong_keys_without_end_reach_the_operator_too() {
        assertThat(step(MAIN, new MenuAnswered(CallFlow.MOST_VISITS, 0, "9"))).isEqualTo(new Ring(DESK));
    }

    @ParameterizedTest
    @CsvSource({"BUSY,BUSY", "NO_ANSWER,NOBODY_ANSWERED", "FAILED,UNREACHABLE", "CANCELED,NOBODY_ANSWERED"})
    void ringing_without_an_answer_goes_to_the_mailbox(DialOutcome outcome, Why why) {
        assertThat(step(MAIN, new RingingEnded("101", outcome))).isEqualTo(new TakeMessage(new Mailbox.Of(DANA), why));
    }

    @Test
    void a_conversation_ends_the_call() {
        assertThat(step(MAIN, new RingingEnded("101", DialOutcome.BRIDGED)))
                .isEqualTo(new Goodbye(Farewell.AFTER_TALKING));
    }

    @Test
    void somebody_removed_while_ringing_hands_the_caller_to_the_operator() {
        assertThat(step(MAIN, new RingingEnded("150", DialOutcome.NO_ANSWER))).isEqualTo(new Ring(DESK));
    }

    @Test
    void messages_end_in_a_goodbye() {
        assertThat(step(MAIN, new MessageLeft())).isEqualTo(new Goodbye(Farewell.MESSAGE_TAKEN));
        assertThat(step(MAIN, new NothingSaid())).isEqualTo(new Goodbye(Farewell.NOTHING_SAID));
    }

    /** Promise 1: no caller, however odd, goes round without end, and no mind can keep one on the line. */
    @Test
    void every_caller_ends_within_fifty_steps_at_a_person_a_mailbox_or_a_goodbye() {
        var random = new Random(20261122);
        int talked = 0;
        for (int caller = 0; caller < 20_000; caller++) {
            var situation = random.nextBoolean() ? MAIN : NO_OPERATOR;
            var steps = stepsUntilGoodbye(situation, random);
            assertThat(steps).hasSizeLessThanOrEqualTo(50).last().isInstanceOf(Goodbye.class);
            talked += steps.stream().anyMatch(Converse.class::isInstance) ? 1 : 0;
        }
        assertThat(talked).as("callers who talked with the receptionist").isGreaterThan(5_000);
    }

    @Test
    void who_is_transferred_comes_back_to_whoever_had_them_and_goes_to_their_mailbox_when_nobody_is_there_any_more() {
        String place = Node.Extension.keyOf("110", "101");

        var sent = CallFlow.decide(MAIN, new Transferred(place, "101"));

        assertThat(sent.step()).isEqualTo(new Ring(place, 0, DESK, Personal.USUAL_RINGING, MAIN.silence()));
        assertThat(sent.reason()).isEqualTo(DANA.name() + " transferred the call");
        assertThat(step(MAIN, new RingingEnded(place, 0, DialOutcome.NO_ANSWER)))
                .isEqualTo(new Ring(DANA));
        assertThat(step(MAIN, new RingingEnded("101", DialOutcome.NO_ANSWER))).isInstanceOf(TakeMessage.class);
    }

    @Test
    void who_is_transferred_to_somebody_without_a_phone_comes_back_at_once() {
        assertThat(step(MAIN, new Transferred(Node.Extension.keyOf("105", "101"), "101")))
                .isEqualTo(new Ring(DANA));
        assertThat(step(MAIN, new Transferred(Place.OPERATOR, null))).isEqualTo(new Ring(DESK));
        assertThat(step(MAIN, new Transferred(Node.Mailbox.keyOf("110"), "101")))
                .isEqualTo(new TakeMessage(new Mailbox.Of(DESK), Why.NOBODY_ANSWERED));
    }

    @Test
    void who_is_sent_to_a_number_outside_comes_back_when_nobody_answers_there_or_it_may_not_be_called() {
        var laboratory = new PhoneNumber("+14155550144");
        String place = Node.Outside.keyOf(laboratory, "101");

        assertThat(step(MAIN, new Transferred(place, "101")))
                .isEqualTo(new Forward(place, laboratory, Personal.USUAL_RINGING, MAIN.silence()));
        assertThat(step(MAIN, new RingingEnded(place, 0, DialOutcome.NO_ANSWER)))
                .isEqualTo(new Ring(DANA));
        assertThat(step(MAIN, new RingingEnded(Node.Outside.keyOf(laboratory, null), 0, DialOutcome.BUSY)))
                .isEqualTo(new Ring(DESK));

        var premium = Node.Outside.keyOf(new PhoneNumber("+19005550144"), "101");
        assertThat(step(MAIN, new Transferred(premium, "101"))).isEqualTo(new Ring(DANA));
    }

    private static List<CallStep> stepsUntilGoodbye(CallSituation situation, Random random) {
        var steps = new ArrayList<>(List.of(step(situation, new Arrived())));
        while (!(steps.getLast() instanceof Goodbye) && steps.size() < 100) {
            steps.add(step(situation, next(steps.getLast(), random)));
        }
        return steps;
    }

    private static CallEvent next(CallStep step, Random random) {
        String[] keys = {"", "0", "101", "105", "177", "9", "*"};
        var outcome = DialOutcome.values()[random.nextInt(DialOutcome.values().length)];
        return switch (step) {
            case Menu menu -> new MenuAnswered(menu.visit(), menu.silences(), keys[random.nextInt(keys.length)]);
            case Ring ring ->
                new RingingEnded(random.nextInt(10) == 0 ? "198" : ring.callee().ext(), outcome);
            case CallStep.RingGroup group -> new RingingEnded(group.place(), group.leg(), outcome);
            case CallStep.Wait wait -> new CallEvent.WaitingEnded(wait.place(), 0, "");
            case CallStep.Forward forward -> new RingingEnded(forward.place(), 0, outcome);
            case CallStep.AskName ask -> new CallEvent.NameKeyed(ask.place(), ask.visit(), "");
            case CallStep.ChooseName choose ->
                new CallEvent.NameChosen(choose.place(), choose.visit(), choose.name(), "1");
            case Converse converse -> said(converse.talk(), random);
            case OneMoment moment -> said(moment.talk(), random);
            case Connect connect ->
                new TransferEnded(
                        connect.talk(),
                        random.nextInt(10) == 0 ? "person_gone" : connect.target(),
                        connect.callee().ext(),
                        random.nextInt(4) == 0 ? outcome : DialOutcome.NO_ANSWER);
            case TakeMessage message -> random.nextBoolean() ? new MessageLeft() : new NothingSaid();
            case CallStep.Hold hold -> throw new AssertionError("Nobody has the caller");
            case CallStep.Park park -> throw new AssertionError("Nobody has the caller");
            case CallStep.Rejoin rejoin -> throw new AssertionError("Nobody has the caller");
            case CallStep.LeadOn on -> throw new AssertionError("Nobody has the caller");
            case Goodbye goodbye -> throw new AssertionError("The call is over");
        };
    }

    private static CallEvent said(Talk talk, Random random) {
        String[] keys = {"0", "101", "105", "177", "*"};
        return switch (random.nextInt(8)) {
            case 0 -> new CallerPressed(talk, keys[random.nextInt(keys.length)]);
            case 1 -> new CallerSilent(talk);
            default ->
                new CallerSpoke(
                        talk,
                        Wants.ANYTHING.get(random.nextInt(Wants.ANYTHING.size())),
                        Language.values()[random.nextInt(2)]);
        };
    }

    /** What a mind may want, and what only one that was talked into something would. */
    private static final class Wants {
        static final List<Decision> ANYTHING = List.of(
                new Decision.Connect(Targets.id(DANA), "Connecting you."),
                new Decision.Connect(Targets.id(PHONELESS), ""),
                new Decision.Connect("dept_reception", "Connecting you."),
                new Decision.Connect("dept_owner", "Connecting you."),
                new Decision.Connect("+19005550100", "Dialling."),
                new Decision.TakeMessage(null, ""),
                new Decision.TakeMessage("person_nobody", ""),
                new Decision.Answer(List.of("hours"), "We close at 5."),
                new Decision.Answer(List.of("hours"), "We close at 5."),
                new Decision.Answer(List.of(), "Hello."),
                new Decision.Clarify("Which one?", List.of()),
                new Decision.Reprompt("Pardon?"),
                new Decision.Refuse("Secrets", "I can't."),
                new Decision.Operator("Asked", ""),
                new Decision.Emergency(""),
                new Decision.OptOut("Stop calling", ""),
                new Decision.EndCall(Decision.EndCall.Reason.GOODBYE, ""));
    }
}
