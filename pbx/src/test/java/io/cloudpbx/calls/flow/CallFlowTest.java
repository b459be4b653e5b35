package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.calls.flow.CallEvent.Arrived;
import io.cloudpbx.calls.flow.CallEvent.MenuAnswered;
import io.cloudpbx.calls.flow.CallEvent.MessageLeft;
import io.cloudpbx.calls.flow.CallEvent.NothingSaid;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.Opening.Again;
import io.cloudpbx.calls.flow.CallStep.Opening.NoSuchExtension;
import io.cloudpbx.calls.flow.CallStep.Opening.Welcome;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
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
            new Callee(UUID.randomUUID(), "101", "Dana Whitfield", new PhoneNumber("+14155550190"));
    private static final Callee DESK =
            new Callee(UUID.randomUUID(), "110", "Front Desk", new PhoneNumber("+14155550191"));
    private static final Callee PHONELESS = new Callee(UUID.randomUUID(), "105", "Hannah Brooks", null);
    private static final Map<String, Callee> DIRECTORY = Map.of("101", DANA, "110", DESK, "105", PHONELESS);

    private static final CallSituation MAIN = new CallSituation(new Dialled.Main(), DIRECTORY, Optional.of(DESK));
    private static final CallSituation NO_OPERATOR = new CallSituation(new Dialled.Main(), DIRECTORY, Optional.empty());

    private static CallStep step(CallSituation situation, CallEvent event) {
        return CallFlow.decide(situation, event).step();
    }

    @Test
    void the_main_number_answers_with_the_menu() {
        assertThat(step(MAIN, new Arrived())).isEqualTo(new Menu(1, 0, new Welcome()));
    }

    @Test
    void a_direct_number_rings_its_extension() {
        var direct = new CallSituation(new Dialled.Direct(DANA), DIRECTORY, Optional.of(DESK));
        assertThat(step(direct, new Arrived())).isEqualTo(new Ring(DANA));
    }

    @Test
    void a_direct_number_of_somebody_without_a_phone_goes_to_their_mailbox() {
        var direct = new CallSituation(new Dialled.Direct(PHONELESS), DIRECTORY, Optional.of(DESK));
        assertThat(step(direct, new Arrived())).isEqualTo(new TakeMessage(new Mailbox.Of(PHONELESS), Why.NO_PHONE));
    }

    @Test
    void an_unknown_number_gets_a_polite_goodbye() {
        var unknown = new CallSituation(new Dialled.Unknown(), DIRECTORY, Optional.of(DESK));
        assertThat(step(unknown, new Arrived())).isEqualTo(new Goodbye(Farewell.NOT_OUR_NUMBER));
    }

    @Test
    void three_digits_ring_that_extension() {
        assertThat(step(MAIN, new MenuAnswered(1, 0, "101"))).isEqualTo(new Ring(DANA));
    }

    @Test
    void zero_rings_the_operator() {
        assertThat(step(MAIN, new MenuAnswered(1, 0, "0"))).isEqualTo(new Ring(DESK));
    }

    @Test
    void zero_without_an_operator_goes_to_the_general_mailbox() {
        assertThat(step(NO_OPERATOR, new MenuAnswered(1, 0, "0")))
                .isEqualTo(new TakeMessage(new Mailbox.General(), Why.NO_OPERATOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"199", "1", "999", "00", "*", "#", "1011", "***"})
    void a_wrong_extension_is_said_and_the_menu_comes_again(String digits) {
        assertThat(step(MAIN, new MenuAnswered(1, 0, digits))).isEqualTo(new Menu(2, 0, new NoSuchExtension(digits)));
    }

    @Test
    void silence_repeats_the_menu_and_the_third_silence_rings_the_operator() {
        assertThat(step(MAIN, new MenuAnswered(1, 0, ""))).isEqualTo(new Menu(2, 1, new Again()));
        assertThat(step(MAIN, new MenuAnswered(2, 1, ""))).isEqualTo(new Menu(3, 2, new Again()));
        assertThat(step(MAIN, new MenuAnswered(3, 2, ""))).isEqualTo(new Ring(DESK));
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

    /** Promise 1: no caller, however odd, goes round without end. */
    @Test
    void every_caller_ends_within_a_dozen_steps_at_a_person_a_mailbox_or_a_goodbye() {
        var random = new Random(20261122);
        for (int caller = 0; caller < 20_000; caller++) {
            var situation = random.nextBoolean() ? MAIN : NO_OPERATOR;
            assertThat(stepsUntilGoodbye(situation, random)).isLessThanOrEqualTo(12);
        }
    }

    private static int stepsUntilGoodbye(CallSituation situation, Random random) {
        var step = step(situation, new Arrived());
        int steps = 1;
        while (!(step instanceof Goodbye) && steps < 100) {
            step = step(situation, next(step, random));
            steps++;
        }
        return steps;
    }

    private static CallEvent next(CallStep step, Random random) {
        String[] keys = {"", "0", "101", "105", "177", "9", "*"};
        return switch (step) {
            case Menu menu -> new MenuAnswered(menu.visit(), menu.silences(), keys[random.nextInt(keys.length)]);
            case Ring ring ->
                new RingingEnded(
                        random.nextInt(10) == 0 ? "198" : ring.callee().ext(),
                        DialOutcome.values()[random.nextInt(DialOutcome.values().length)]);
            case TakeMessage message -> random.nextBoolean() ? new MessageLeft() : new NothingSaid();
            case Goodbye goodbye -> throw new AssertionError("The call is over");
        };
    }
}
