package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallEvent.WordsInterrupted;
import io.cloudpbx.calls.flow.CallStep.Forward;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys during a greeting, and during what is said on the way. */
class InterruptedWordsTest {
    private static final PhoneNumber CALLER = new PhoneNumber("+13125550100");
    private static final Callee DANA = callee("101", "+14155550190");
    private static final Callee OPERATOR = callee("102", "+14155550191");
    private static final Mailbox DANAS = new Mailbox.Of(DANA);
    private static final Map<String, Node> NODES = Map.of(
            "notice", new Node.Announcement("We have moved.", "ext-101"),
            "abroad", new Node.Announcement("We have moved.", "agency"),
            "agency", new Node.Outside(new PhoneNumber("+14155550177"), Duration.ofSeconds(20), "mailbox-101"),
            "late", new Node.Announcement("We have moved.", "mailbox-101"),
            "line",
                    new Node.Queue(
                            "Sales",
                            List.of("101"),
                            Node.Strategy.ALL,
                            Duration.ofSeconds(20),
                            "Please wait.",
                            Duration.ofMinutes(5),
                            true,
                            "mailbox-101"),
            "bye", new Node.Goodbye("We take no calls."));

    private static Callee callee(String ext, String phone) {
        return new Callee(
                new UUID(0, Integer.parseInt(ext)), ext, "Dana " + ext, "", List.of(), new PhoneNumber(phone));
    }

    private static CallSituation call(String start, @Nullable PhoneNumber from, @Nullable String anonymous, int taken) {
        var callers = new Callers(Set.of(), anonymous, Map.of());
        var plan = new Plan(start, null, Map.of(), NODES, Map.of(), Map.of(), callers);
        var routing = new Routing(plan, from, null, Instant.EPOCH, List.of(), Rotation.UNKNOWN, taken, 0);
        return new CallSituation(
                new Dialled.Main(),
                Map.of("101", DANA, "102", OPERATOR),
                Optional.of(OPERATOR),
                Duration.ZERO,
                Listening.TURNS,
                routing);
    }

    private static CallSituation call(String start) {
        return call(start, CALLER, null, 0);
    }

    private static CallStep arriving(String start) {
        return CallFlow.decide(call(start), new CallEvent.Arrived()).step();
    }

    private static NextStep pressing(CallSituation situation, String place, String digits) {
        return CallFlow.decide(situation, new WordsInterrupted(place, digits));
    }

    private static boolean ringsOperator(NextStep next) {
        return next.step() instanceof Ring ring && ring.callee().ext().equals("102");
    }

    @Test
    void zero_leads_to_the_operator_from_a_greeting_and_from_an_announcement() {
        for (String place : List.of("mailbox-101", "mailbox-general", "ext-101", "agency")) {
            var next = pressing(call("notice"), place, "0");
            assertThat(ringsOperator(next)).as(place).isTrue();
            assertThat(next.reason()).startsWith("Pressed 0");
        }
    }

    @Test
    void another_key_wants_to_hear_no_more() {
        assertThat(pressing(call("late"), "mailbox-101", "1").step()).isEqualTo(new TakeMessage(DANAS, Why.GREETED));
        assertThat(pressing(call("notice"), "ext-101", "#").step()).isEqualTo(new Ring(DANA));
        assertThat(pressing(call("abroad"), "agency", "7").step()).isInstanceOf(Forward.class);
        assertThat(pressing(call("line"), "line", "5").step()).isEqualTo(arrivingSilently());
    }

    /** In line, without the words that were said first. */
    private static CallStep arrivingSilently() {
        var first = (CallStep.RingGroup) arriving("line");
        assertThat(CallStep.interruptible(first)).contains("line");
        return new CallStep.RingGroup(
                first.place(), first.leg(), first.name(), first.callees(), first.ringFor(), CallStep.SILENCE);
    }

    @Test
    void keys_count_where_something_is_said_and_not_once_it_was_heard_nor_in_a_goodbye() {
        assertThat(CallStep.interruptible(arriving("notice"))).contains("ext-101");
        assertThat(CallStep.interruptible(arriving("abroad"))).contains("agency");
        assertThat(CallStep.interruptible(arriving("late"))).contains("mailbox-101");
        assertThat(CallStep.interruptible(new TakeMessage(new Mailbox.General(), Why.CLOSED)))
                .contains("mailbox-general");
        assertThat(CallStep.interruptible(new TakeMessage(DANAS, Why.GREETED))).isEmpty();
        assertThat(CallStep.interruptible(arriving("ext-101"))).isEmpty();
        assertThat(arriving("bye")).isInstanceOf(Goodbye.class);
        assertThat(CallStep.interruptible(arriving("bye"))).isEmpty();
    }

    @Test
    void whom_a_rule_for_withheld_numbers_leads_does_not_get_past_it() {
        assertThat(pressing(call("notice", null, "mailbox-101", 1), "mailbox-101", "0")
                        .step())
                .isEqualTo(new TakeMessage(DANAS, Why.GREETED));
        assertThat(ringsOperator(pressing(call("notice", null, null, 1), "mailbox-101", "0")))
                .isTrue();
    }

    @Test
    void who_presses_zero_again_and_again_comes_to_the_tone_in_the_end() {
        assertThat(pressing(call("notice", CALLER, null, Routing.MANY_STEPS), "mailbox-101", "0")
                        .step())
                .isEqualTo(new TakeMessage(DANAS, Why.GREETED));
        var zeros = Collections.nCopies(500, "0");
        var steps = Walk.of(call("late"), zeros);
        assertThat(steps.getLast().step()).isInstanceOf(Goodbye.class);
        assertThat(steps).hasSizeLessThan(Routing.MOST_STEPS + 10);
    }

    @Test
    void what_is_explained_is_pressed_during_the_greeting() {
        var steps = Walk.of(call("late"), List.of("0"));
        assertThat(steps.get(0).step()).isInstanceOf(TakeMessage.class);
        assertThat(ringsOperator(steps.get(1))).isTrue();
    }

    @Test
    void a_call_ends_where_the_caller_went_from_the_mailbox() {
        assertThat(Imagined.endOf(call("late"), List.of()).place()).isEqualTo("mailbox-101");
        assertThat(Imagined.endOf(call("late"), List.of("0")).place()).isEqualTo("mailbox-102");
    }
}
