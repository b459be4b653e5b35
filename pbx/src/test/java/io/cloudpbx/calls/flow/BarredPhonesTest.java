package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Node.Strategy;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.calls.flow.CallEvent.CallerPressed;
import io.cloudpbx.calls.flow.CallEvent.CallerSpoke;
import io.cloudpbx.calls.flow.CallEvent.Transferred;
import io.cloudpbx.calls.flow.CallEvent.Transferred.Because;
import io.cloudpbx.calls.flow.CallStep.Connect;
import io.cloudpbx.calls.flow.CallStep.Forward;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.telephony.BadDestinations;
import io.cloudpbx.telephony.Destinations;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Phones that may not be called any more, on each way on which a caller can be led to one. */
class BarredPhonesTest {
    private static final Duration RINGING = Duration.ofSeconds(20);
    private static final PhoneNumber GOOD = new PhoneNumber("+14155550190");

    private static Callee callee(String ext, PhoneNumber phone) {
        return new Callee(new UUID(0, Integer.parseInt(ext)), ext, "Dana Whitfield", "Sales", List.of(), phone);
    }

    private static Plan plan(Map<String, Node> nodes, Map<String, Personal> people) {
        var all = new HashMap<>(nodes);
        all.putIfAbsent("start", new Node.Extension("101", null));
        return new Plan("start", null, Map.of(), all, Map.of(), people, Callers.ANYBODY);
    }

    private static CallSituation call(Plan plan, PhoneNumber phone) {
        var dana = callee("101", phone);
        var routing = new Routing(plan, null, null, Instant.EPOCH, List.of(), Rotation.UNKNOWN, 0, 0);
        return new CallSituation(
                new Dialled.Main(), Map.of("101", dana), Optional.of(dana), Duration.ZERO, Listening.TURNS, routing);
    }

    private static Stream<PhoneNumber> rung(CallStep step) {
        return switch (step) {
            case Ring ring -> Stream.ofNullable(ring.callee().ringsAt());
            case RingGroup group -> group.callees().stream().flatMap(callee -> Stream.ofNullable(callee.ringsAt()));
            case Connect connect -> Stream.ofNullable(connect.callee().ringsAt());
            case Forward forward -> Stream.of(forward.number());
            default -> Stream.empty();
        };
    }

    private static void isLedPast(PhoneNumber bad, List<NextStep> steps) {
        assertThat(steps.stream().flatMap(next -> rung(next.step())))
                .as(bad.e164())
                .doesNotContain(bad);
        assertThat(steps)
                .as(bad.e164())
                .anyMatch(next -> next.reason()
                        .contains(call(Plan.DEFAULT, bad)
                                .routing()
                                .destinations()
                                .against(bad)
                                .orElseThrow()
                                .words()));
    }

    private static void isWalkedPast(Plan plan, PhoneNumber own, PhoneNumber bad) {
        isLedPast(bad, Walk.of(call(plan, own), List.of()));
    }

    static List<PhoneNumber> bad() {
        return BadDestinations.ALL;
    }

    @ParameterizedTest
    @MethodSource("bad")
    void no_place_outside_is_called_that_may_not_be(PhoneNumber bad) {
        isWalkedPast(plan(Map.of("start", new Node.Outside(bad, RINGING, "mailbox-general")), Map.of()), GOOD, bad);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void nobodys_own_phone_is_rung_that_may_not_be_called(PhoneNumber bad) {
        isWalkedPast(plan(Map.of(), Map.of()), bad, bad);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void nobody_is_looked_for_at_a_phone_that_may_not_be_called(PhoneNumber bad) {
        var rules = new Personal(null, null, false, RINGING, List.of(new Personal.FindMe(bad, RINGING)), null);

        isWalkedPast(plan(Map.of(), Map.of("101", rules)), GOOD, bad);
    }

    @ParameterizedTest
    @EnumSource
    void no_member_of_a_group_or_queue_is_rung_whose_phone_may_not_be_called(Strategy strategy) {
        for (PhoneNumber bad : BadDestinations.ALL) {
            isWalkedPast(
                    plan(
                            Map.of(
                                    "start",
                                    new Node.RingGroup("Sales", List.of("101"), strategy, RINGING, "mailbox-general")),
                            Map.of()),
                    bad,
                    bad);
            var queue = new Node.Queue(
                    "Sales",
                    List.of("101"),
                    strategy,
                    RINGING,
                    "Please wait.",
                    Duration.ofSeconds(30),
                    false,
                    "mailbox-general");
            isWalkedPast(plan(Map.of("start", queue), Map.of()), bad, bad);
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void neither_the_operator_nor_a_transfer_nor_the_receptionist_calls_one(PhoneNumber bad) {
        var situation = call(plan(Map.of("start", new Node.Receptionist()), Map.of()), bad);
        String dana = Targets.id(Objects.requireNonNull(situation.directory().get("101")));
        var events = List.of(
                new CallerPressed(Talk.BEGINNING, "0"),
                new CallerPressed(Talk.BEGINNING, "101"),
                new CallerSpoke(Talk.BEGINNING, new Decision.Connect(dana, "One moment."), Language.ENGLISH),
                new CallerSpoke(Talk.BEGINNING, new Decision.Operator("A person", ""), Language.ENGLISH),
                Transferred.to("101", "102", Because.SENT),
                Transferred.back("101", Because.NOT_PICKED_UP));

        for (CallEvent event : events) {
            isLedPast(bad, List.of(CallFlow.decide(situation, event)));
        }
        var department =
                new CallerSpoke(Talk.BEGINNING, new Decision.Connect("dept_sales", "One moment."), Language.ENGLISH);
        assertThat(rung(CallFlow.decide(situation, department).step())).isEmpty();
    }

    @Test
    void whoever_would_reach_nobody_goes_on_as_when_nobody_answers() {
        var bad = new PhoneNumber("+18765550148");
        var toMailbox = call(plan(Map.of(), Map.of()), bad);
        var elsewhere = new Personal(null, null, false, RINGING, List.of(), "ext-102");

        assertThat(CallFlow.decide(toMailbox, new CallEvent.Arrived()).step())
                .isEqualTo(new TakeMessage(new Mailbox.Of(callee("101", bad)), Why.NOBODY_ANSWERED));
        assertThat(CallFlow.decide(call(plan(Map.of(), Map.of("101", elsewhere)), bad), new CallEvent.Arrived())
                        .passed())
                .extracting(Passage::place)
                .startsWith("start", "ext-102");
    }

    @Test
    void the_next_phone_is_rung_in_its_place_and_the_reason_tells_why() {
        var bad = new PhoneNumber("+442079460018");
        var next = new PhoneNumber("+14155550177");
        var rules = new Personal(
                null,
                null,
                false,
                RINGING,
                List.of(new Personal.FindMe(bad, RINGING), new Personal.FindMe(next, RINGING)),
                null);
        var situation = call(plan(Map.of(), Map.of("101", rules)), GOOD);

        var decided = CallFlow.decide(situation, new CallEvent.RingingEnded("start", 0, DialOutcome.NO_ANSWER));

        assertThat(rung(decided.step())).containsExactly(next);
        assertThat(decided.reason()).contains("Dana Whitfield's phone is in a country that is not called");
        assertThat(decided.passed()).extracting(Passage::rule).containsExactly("Where calls may go");
    }

    @Test
    void a_country_that_is_allowed_is_called() {
        var abroad = new PhoneNumber("+442079460018");
        var situation = call(plan(Map.of(), Map.of()), abroad);
        var allowed = new CallSituation(
                situation.dialled(),
                situation.directory(),
                situation.operator(),
                situation.lasted(),
                situation.listening(),
                situation.routing().within(new Destinations(Set.of("GB"))));

        assertThat(rung(CallFlow.decide(allowed, new CallEvent.Arrived()).step()))
                .containsExactly(abroad);
    }
}
