package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.calls.flow.CallEvent.InHands;
import io.cloudpbx.calls.flow.CallEvent.InHands.Moment;
import io.cloudpbx.calls.flow.CallEvent.MessageLeft;
import io.cloudpbx.calls.flow.CallEvent.RingingEnded;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallEvent.Transferred.Because;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Hold;
import io.cloudpbx.calls.flow.CallStep.LeadOn;
import io.cloudpbx.calls.flow.CallStep.Park;
import io.cloudpbx.calls.flow.CallStep.Rejoin;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.Handling.Holder;
import io.cloudpbx.calls.flow.Handling.Parked;
import io.cloudpbx.calls.flow.Handling.Stage;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandsTest {
    private static final Callee DANA =
            new Callee(UUID.randomUUID(), "101", "Dana Whitfield", "Owner", List.of(), new PhoneNumber("+14155550190"));
    private static final CallSituation MAIN = new CallSituation(
            new Dialled.Main(), Map.of("101", DANA), Optional.of(DANA), Duration.ZERO, Listening.TURNS);
    private static final CallEvent ENTERED = new InHands(Moment.ENTERED);
    private static final CallEvent WAITED = new InHands(Moment.WAITED);
    private static final CallEvent LEFT = new InHands(Moment.LEFT);
    private static final Parked PARKED = new Parked(2, Duration.ofMinutes(3));
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    void a_conversation_that_the_carrier_parts_for_a_hold_goes_on_with_music_and_not_with_a_goodbye() {
        assertThat(step(held(), new RingingEnded("101", DialOutcome.BRIDGED)))
                .isEqualTo(new Hold(false, MAIN.silence()));
        assertThat(step(held(), new TransferEnded(Talk.BEGINNING, "101", "101", DialOutcome.BRIDGED)))
                .isEqualTo(new Hold(false, MAIN.silence()));
        assertThat(step(held(), ENTERED)).isEqualTo(new Hold(false, MAIN.silence()));
    }

    @Test
    void what_has_nothing_to_do_with_it_is_decided_as_always() {
        assertThat(Hands.next(MAIN, held(), new RingingEnded("101", DialOutcome.NO_ANSWER)))
                .isEmpty();
        assertThat(Hands.next(MAIN, held(), new TransferEnded(Talk.BEGINNING, "101", "101", DialOutcome.BUSY)))
                .isEmpty();
        assertThat(Hands.next(MAIN, held(), new MessageLeft())).isEmpty();
    }

    /** It did not do what it was asked for, and did not say so. */
    @Test
    void a_conversation_that_the_carrier_was_to_part_long_before_its_end_ends_as_always() {
        var ended = new RingingEnded("101", DialOutcome.BRIDGED);
        for (var stage : List.of(Stage.HELD, Stage.PARKED)) {
            assertThat(Hands.next(MAIN, joined(stage, "", Hands.LONGEST_PARTING), ended))
                    .isPresent();
            assertThat(Hands.next(MAIN, joined(stage, "", A_MINUTE), ended)).isEmpty();
        }
        assertThat(Hands.next(
                        MAIN,
                        joined(Stage.HELD, "", A_MINUTE),
                        new TransferEnded(Talk.BEGINNING, "101", "101", DialOutcome.BRIDGED)))
                .isEmpty();
        assertThat(Hands.next(MAIN, joined(Stage.ASIDE, "Luis Ortega", A_MINUTE), ended))
                .isPresent();
        assertThat(Hands.next(MAIN, joined(Stage.HELD, "", A_MINUTE), WAITED)).isPresent();
    }

    @Test
    void who_waits_waits_on_until_they_were_forgotten() {
        assertThat(step(held(), WAITED)).isEqualTo(new Hold(true, MAIN.silence()));
        var forgotten = handling(Stage.HELD, false, Hands.LONGEST_HOLD);
        assertThat(step(forgotten, WAITED)).isEqualTo(new LeadOn(Transferred.back("101", Because.FORGOTTEN)));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void who_is_on_hold_with_nobody_goes_back_to_whoever_put_them_there(Moment moment) {
        assertThat(step(handling(Stage.HELD, true, A_MINUTE), new InHands(moment)))
                .isEqualTo(new LeadOn(Transferred.back("101", Because.LEFT_ON_HOLD)));
    }

    @Test
    void who_comes_off_hold_talks_on_and_hears_goodbye_afterwards() {
        var together = handling(Stage.TOGETHER, false, A_MINUTE);
        assertThat(step(together, ENTERED)).isEqualTo(new Rejoin(DANA.id(), DANA.name(), MAIN.silence()));
        assertThat(step(together, LEFT)).isEqualTo(new Goodbye(Farewell.AFTER_TALKING, MAIN.silence()));
    }

    /** The carrier did not do what it was asked for, or did not say so. */
    @Test
    void who_should_have_come_off_hold_does_when_they_have_waited_for_a_while() {
        assertThat(step(handling(Stage.TOGETHER, false, A_MINUTE), WAITED))
                .isEqualTo(new Rejoin(DANA.id(), DANA.name(), MAIN.silence()));
    }

    /** It ends with whoever has the caller, who may have wanted to part at the same time. */
    @Test
    void a_conversation_that_is_over_when_the_caller_is_to_wait_lets_them_wait() {
        assertThat(step(held(), LEFT)).isEqualTo(new Hold(false, MAIN.silence()));
    }

    @Test
    void who_waits_while_a_colleague_is_asked_waits_as_on_hold_and_the_log_says_for_whom() {
        var aside = handling(Stage.ASIDE, false, A_MINUTE);
        var waiting = Hands.next(MAIN, aside, ENTERED).orElseThrow();
        assertThat(waiting.step()).isEqualTo(new Hold(false, MAIN.silence()));
        assertThat(waiting.reason()).isEqualTo("Dana Whitfield asks Luis Ortega");
        assertThat(step(aside, WAITED)).isEqualTo(new Hold(true, MAIN.silence()));
        assertThat(step(handling(Stage.ASIDE, true, A_MINUTE), WAITED))
                .isEqualTo(new LeadOn(Transferred.back("101", Because.LEFT_ON_HOLD)));
    }

    @Test
    void who_is_parked_waits_the_rest_of_the_time_though_nobody_waits_with_them() {
        var waiting = Hands.next(MAIN, handling(Stage.PARKED, true, A_MINUTE), ENTERED)
                .orElseThrow();
        assertThat(waiting.step()).isEqualTo(new Park(2, Duration.ofMinutes(2), MAIN.silence()));
        assertThat(waiting.reason()).isEqualTo("Dana Whitfield parked the caller");
    }

    @Test
    void whom_nobody_picks_up_goes_back_to_whoever_parked_them() {
        var back = new LeadOn(Transferred.back("101", Because.NOT_PICKED_UP));
        assertThat(step(handling(Stage.PARKED, true, A_MINUTE), new InHands(Moment.UNCLAIMED)))
                .isEqualTo(back);
        assertThat(step(handling(Stage.PARKED, true, Duration.ofMinutes(3)), ENTERED))
                .isEqualTo(back);
    }

    @Test
    void who_is_picked_up_rings_there_and_goes_back_to_whoever_parked_them_when_not_taken() {
        assertThat(Transferred.to("104", "101", Because.PICKED_UP).place())
                .isEqualTo(Node.Extension.keyOf("104", "101"));
        assertThat(Transferred.to("101", "101", Because.PICKED_UP))
                .isEqualTo(Transferred.back("101", Because.PICKED_UP));
    }

    @Test
    void who_talks_with_two_is_told_of_both() {
        assertThat(step(handling(Stage.ALL, false, A_MINUTE), ENTERED))
                .isEqualTo(new Rejoin(DANA.id(), "Dana Whitfield and Luis Ortega", MAIN.silence()));
    }

    @Test
    void who_comes_off_hold_to_nobody_is_rung_through_again() {
        assertThat(step(handling(Stage.TOGETHER, true, A_MINUTE), ENTERED))
                .isEqualTo(new LeadOn(Transferred.back("101", Because.LEFT_ON_HOLD)));
    }

    @ParameterizedTest
    @EnumSource(Because.class)
    void who_is_led_back_rings_at_whoever_had_them_and_the_log_says_why(Because because) {
        var back = CallFlow.decide(MAIN, Transferred.back("101", because));
        assertThat(back.step()).isEqualTo(new Ring(DANA));
        assertThat(back.place()).isEqualTo(Node.Extension.keyOf("101"));
        assertThat(back.reason())
                .isEqualTo(
                        switch (because) {
                            case SENT -> "Dana Whitfield transferred the call";
                            case LEFT_ON_HOLD -> "Dana Whitfield hung up while the caller was on hold";
                            case FORGOTTEN -> "Dana Whitfield left the caller on hold for too long";
                            case PICKED_UP -> "Somebody picks up whom Dana Whitfield parked";
                            case NOT_PICKED_UP -> "Nobody picked up whom Dana Whitfield parked";
                        });
    }

    /** A request that comes late, when nothing is done with the call any more. */
    @Test
    void whom_nobody_has_any_more_is_said_goodbye_after_talking_and_else_answered_by_somebody() {
        assertThat(CallFlow.decide(MAIN, LEFT).step()).isEqualTo(new Goodbye(Farewell.AFTER_TALKING, MAIN.silence()));
        assertThat(CallFlow.decide(MAIN, ENTERED).step()).isEqualTo(new Ring(DANA));
        assertThat(CallFlow.decide(MAIN, WAITED).step()).isEqualTo(new Ring(DANA));
        assertThat(CallFlow.decide(MAIN, new InHands(Moment.UNCLAIMED)).step()).isEqualTo(new Ring(DANA));
    }

    private static Handling held() {
        return handling(Stage.HELD, false, A_MINUTE);
    }

    private static Handling joined(Stage stage, String colleague, Duration lasted) {
        return new Handling(stage, new Holder(DANA.id(), "101", DANA.name()), false, false, colleague, lasted, PARKED);
    }

    private static Handling handling(Stage stage, boolean alone, Duration lasted) {
        return new Handling(
                stage, new Holder(DANA.id(), "101", DANA.name()), true, alone, "Luis Ortega", lasted, PARKED);
    }

    private static CallStep step(Handling handling, CallEvent event) {
        return Hands.next(MAIN, handling, event).orElseThrow().step();
    }
}
