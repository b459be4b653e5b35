package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.CallEvent.TransferEnded;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Converse;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing can be looked up, so the receptionist does not listen. */
class AwayReceptionTest {
    private static final Callee DANA =
            new Callee(new UUID(0, 101), "101", "Dana Whitfield", "", List.of(), new PhoneNumber("+14155550190"));
    private static final Callee DESK =
            new Callee(new UUID(0, 110), "110", "Front Desk", "", List.of(), new PhoneNumber("+14155550199"));
    private static final CallSituation CALL = new CallSituation(
            new Dialled.Main(),
            Map.of("101", DANA, "110", DESK),
            Optional.of(DESK),
            Duration.ZERO,
            Listening.AWAY,
            Routing.USUAL);

    private static NextStep after(CallEvent event) {
        return CallFlow.decide(CALL, event);
    }

    @Test
    void whoever_wants_it_comes_to_the_operator() {
        var next = after(new CallEvent.MenuAnswered(1, 0, "0"));

        assertThat(next.step()).isEqualTo(new Ring(DESK));
        assertThat(next.reason()).contains("Pressed 0", "the receptionist cannot listen now");
    }

    @Test
    void whoever_talked_with_it_comes_to_the_operator_or_whom_they_dial() {
        var spoke = new CallerSpoke(Talk.BEGINNING, new Decision.Reprompt("Pardon?"), Language.ENGLISH);
        assertThat(after(spoke).step()).isEqualTo(new Ring(DESK));
        assertThat(after(new CallerPressed(Talk.BEGINNING, "101")).step())
                .isInstanceOfSatisfying(
                        Connect.class, connect -> assertThat(connect.callee()).isEqualTo(DANA));
        assertThat(after(new TransferEnded(Talk.BEGINNING, Targets.id(DANA), "101", DialOutcome.NO_ANSWER))
                        .step())
                .isEqualTo(new Ring(DESK));
    }

    @Test
    void by_every_plan_that_may_be_published_everybody_comes_to_an_end_without_it() {
        var random = new Random(23);
        var companies = new AnyCompany(random);
        int messages = 0;
        for (int company = 0; company < 150; company++) {
            Plan plan = companies.soundPlan(Instant.parse("2026-11-29T18:00:00Z"));
            for (int call = 0; call < 30; call++) {
                var situation = away(companies.call(plan));
                var steps = Walk.of(situation, companies.keys());
                assertThat(steps).noneMatch(next -> next.step() instanceof Converse);
                messages += (int) steps.stream()
                        .filter(next -> next.step() instanceof TakeMessage)
                        .count();
            }
        }
        assertThat(messages).isPositive();
    }

    private static CallSituation away(CallSituation call) {
        return new CallSituation(
                call.dialled(), call.directory(), call.operator(), call.lasted(), Listening.AWAY, call.routing());
    }
}
