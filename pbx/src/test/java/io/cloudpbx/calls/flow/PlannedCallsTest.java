package io.cloudpbx.calls.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.Entry;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Node.Strategy;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Personal.FindMe;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.calls.flow.CallStep.AskName;
import io.cloudpbx.calls.flow.CallStep.ChooseName;
import io.cloudpbx.calls.flow.CallStep.Farewell;
import io.cloudpbx.calls.flow.CallStep.Forward;
import io.cloudpbx.calls.flow.CallStep.Goodbye;
import io.cloudpbx.calls.flow.CallStep.Menu;
import io.cloudpbx.calls.flow.CallStep.Opening;
import io.cloudpbx.calls.flow.CallStep.Ring;
import io.cloudpbx.calls.flow.CallStep.RingGroup;
import io.cloudpbx.calls.flow.CallStep.TakeMessage;
import io.cloudpbx.calls.flow.CallStep.Why;
import io.cloudpbx.extensions.Quiet;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Decision;
import io.cloudpbx.telephony.DialOutcome;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each place of a plan does with a call. */
class PlannedCallsTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final PhoneNumber CALLER = new PhoneNumber("+13125550100");
    private static final PhoneNumber CALLED = new PhoneNumber("+14155550150");
    private static final PhoneNumber MOBILE = new PhoneNumber("+14155550188");
    private static final Duration RINGING = Duration.ofSeconds(20);
    private static final Callee DANA = callee("101", "Dana Whitfield", "+14155550190");
    private static final Callee DANIEL = callee("102", "Daniel Cho", "+14155550191");
    private static final Callee MARA = callee("103", "Mara Lindqvist", null);
    private static final Map<String, Callee> DIRECTORY = Map.of("101", DANA, "102", DANIEL, "103", MARA);
    private static final SpecialDay CHRISTMAS = new SpecialDay(LocalDate.parse("2026-12-25"), "Christmas", List.of());

    private static Callee callee(String ext, String name, @Nullable String phone) {
        return new Callee(
                new UUID(0, Integer.parseInt(ext)),
                ext,
                name,
                "",
                List.of(),
                phone == null ? null : new PhoneNumber(phone));
    }

    private static Schedule nineToFive() {
        var week = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day, day -> List.of(Hours.of("09:00", "17:00"))));
        return new Schedule(ZONE, new Week(week), List.of(CHRISTMAS));
    }

    private static Plan plan(Map<String, Node> nodes) {
        return new Plan("start", null, Map.of(), nodes, Map.of("office", nineToFive()), Map.of(), Callers.ANYBODY);
    }

    private static Plan ofDana(Personal rules) {
        return new Plan(
                "ext-101",
                null,
                Map.of(),
                Map.of(),
                Map.of("office", nineToFive()),
                Map.of("101", rules),
                Callers.ANYBODY);
    }

    private static Plan callers(Callers callers) {
        return new Plan("ext-101", null, Map.of(), Map.of("bye", new Node.Goodbye("No.")), Map.of(), Map.of(), callers);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Routing routing(Plan plan) {
        return new Routing(plan, CALLER, CALLED, at("2026-12-01T10:00"), List.of(), Rotation.UNKNOWN, 0, 0);
    }

    private static CallSituation call(Routing routing) {
        return new CallSituation(
                new Dialled.Main(), DIRECTORY, Optional.of(DANIEL), Duration.ZERO, Listening.TURNS, routing);
    }

    private static NextStep arrive(CallSituation situation) {
        return CallFlow.decide(situation, new CallEvent.Arrived());
    }

    private static CallStep step(Plan plan) {
        return arrive(call(routing(plan))).step();
    }

    private static CallStep after(Plan plan, CallEvent event) {
        return CallFlow.decide(call(routing(plan)), event).step();
    }

    private static CallEvent unanswered(String place, int leg) {
        return new CallEvent.RingingEnded(place, leg, DialOutcome.NO_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T08:59, closed",
        "2026-12-01T09:00, open",
        "2026-12-01T16:59, open",
        "2026-12-01T17:00, closed",
        "2026-12-24T23:59, closed",
        "2026-12-25T10:00, closed",
        "2026-12-26T09:00, open",
        // The day on which clocks go forward, and the one on which they go back.
        "2027-03-14T08:59, closed",
        "2027-03-14T09:00, open",
        "2026-11-01T09:00, open",
        "2026-11-01T17:00, closed"
    })
    void hours_part_calls_to_the_minute_on_holidays_and_over_both_changes_of_the_clocks(String local, String state) {
        var plan = plan(Map.of("start", new Node.Hours("office", "ext-101", "mailbox-101")));

        assertThat(arrive(call(routing(plan).at(at(local)))).step())
                .isEqualTo(state.equals("open") ? new Ring(DANA) : new TakeMessage(new Mailbox.Of(DANA), Why.CLOSED));
    }

    @Test
    void a_rule_tells_what_it_found_and_what_it_did_not_lead_to() {
        var plan = plan(Map.of("start", new Node.Hours("office", "ext-101", "mailbox-101")));
        var next = arrive(call(routing(plan).at(at("2026-12-25T10:00"))));

        assertThat(next.reason()).isEqualTo("The main number was called; office is closed, as it is Christmas");
        assertThat(next.passed()).singleElement().satisfies(passage -> {
            assertThat(passage.place()).isEqualTo("start");
            assertThat(passage.rule()).isEqualTo("Hours");
            assertThat(passage.others()).containsExactly(new Passage.NotTaken("ext-101", "Taken while office is open"));
        });
    }

    @Test
    void a_switch_closes_at_once_and_until_its_end() {
        var plan = plan(Map.of("start", new Node.Hours("office", "ext-101", "mailbox-101")));
        var closure = new Closure("office", at("2026-12-01T10:00"), at("2026-12-01T11:00"), "Avery");
        var closed =
                new Routing(plan, CALLER, CALLED, at("2026-12-01T10:00"), List.of(closure), Rotation.UNKNOWN, 0, 0);

        assertThat(arrive(call(closed)).reason()).contains("office is closed, by hand of Avery");
        assertThat(arrive(call(closed.at(at("2026-12-01T09:59")))).step()).isEqualTo(new Ring(DANA));
        assertThat(arrive(call(closed.at(at("2026-12-01T11:00")))).step()).isEqualTo(new Ring(DANA));
    }

    @Test
    void a_key_leads_where_the_menu_says_and_zero_to_the_operator_where_it_says_nothing() {
        var menu = new Node.Menu(
                "", "Choose.", Map.of("1", "ext-101"), false, Duration.ofSeconds(4), 2, "mailbox-general");
        var plan = plan(Map.of("start", menu));

        assertThat(after(plan, new CallEvent.MenuAnswered("start", 1, 0, "1"))).isEqualTo(new Ring(DANA));
        assertThat(after(plan, new CallEvent.MenuAnswered("start", 1, 0, "0"))).isEqualTo(new Ring(DANIEL));
        assertThat(after(plan, new CallEvent.MenuAnswered("start", 1, 0, "101")))
                .isEqualTo(new Menu("start", menu, 2, 0, new Opening.NoSuchChoice("101"), CallStep.SILENCE));
        assertThat(after(plan, new CallEvent.MenuAnswered("start", 2, 1, "")))
                .isEqualTo(new TakeMessage(new Mailbox.General(), Why.ASKED_FOR));
    }

    @Test
    void all_at_once_are_rung_who_have_a_phone_and_then_the_caller_goes_on() {
        var plan = plan(Map.of("start", group(Strategy.ALL)));
        var words = new Saying.Connecting("Sales", Language.ENGLISH);

        assertThat(step(plan)).isEqualTo(new RingGroup("start", 0, "Sales", List.of(DANA, DANIEL), RINGING, words));
        assertThat(after(plan, unanswered("start", 0)))
                .isEqualTo(new TakeMessage(new Mailbox.Of(MARA), Why.NOBODY_ANSWERED));
    }

    private static Node group(Strategy strategy) {
        return new Node.RingGroup("Sales", List.of("101", "102", "103"), strategy, RINGING, "mailbox-103");
    }

    @ParameterizedTest
    @CsvSource({"IN_ORDER, 101, 102", "ROUND_ROBIN, 102, 101", "LONGEST_IDLE, 101, 102"})
    void one_after_the_other_is_rung_in_the_order_of_their_turn(Strategy strategy, String first, String second) {
        var rotation = new Rotation(
                Map.of("101", at("2026-12-01T09:50"), "102", at("2026-12-01T09:10")),
                Map.of("102", at("2026-12-01T09:20")));
        var plan = plan(Map.of("start", group(strategy)));
        var call = call(new Routing(plan, CALLER, CALLED, at("2026-12-01T10:00"), List.of(), rotation, 0, 0));

        assertThat(((RingGroup) arrive(call).step()).callees()).containsExactly(DIRECTORY.get(first));
        var next = (RingGroup) CallFlow.decide(call, unanswered("start", 0)).step();
        assertThat(next.callees()).containsExactly(DIRECTORY.get(second));
        assertThat(CallFlow.decide(call, unanswered("start", 1)).step()).isInstanceOf(TakeMessage.class);
    }

    @Test
    void a_group_of_which_nobody_can_be_rung_is_passed() {
        var plan =
                plan(Map.of("start", new Node.RingGroup("Mara's", List.of("103"), Strategy.ALL, RINGING, "ext-101")));

        assertThat(step(plan)).isEqualTo(new Ring(DANA));
        assertThat(arrive(call(routing(plan))).reason()).endsWith("nobody of Mara's can be rung");
    }

    @Test
    void who_is_not_at_their_phone_is_looked_for_at_their_others() {
        var rules =
                new Personal(null, null, false, RINGING, List.of(new FindMe(MOBILE, Duration.ofSeconds(9))), "ext-102");
        var plan = ofDana(rules);

        assertThat(step(plan)).isEqualTo(new Ring(DANA));
        assertThat(after(plan, unanswered("ext-101", 0)))
                .isEqualTo(new Ring("ext-101", 1, DANA.at(MOBILE), Duration.ofSeconds(9), CallStep.SILENCE));
        assertThat(after(plan, unanswered("ext-101", 1))).isEqualTo(new Ring(DANIEL));
        assertThat(after(plan, new CallEvent.RingingEnded("ext-101", 0, DialOutcome.BRIDGED)))
                .isEqualTo(new Goodbye(Farewell.AFTER_TALKING));
    }

    @Test
    void who_does_not_want_to_be_disturbed_is_not_whoever_wants_them() {
        var plan = ofDana(new Personal(null, null, true, RINGING, List.of(new FindMe(MOBILE, RINGING)), null));

        assertThat(step(plan)).isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.NO_PHONE));
        var wanted = new Decision.Connect(Targets.id(DANA), "");
        assertThat(after(plan, new CallEvent.CallerSpoke(Talk.BEGINNING, wanted, Language.ENGLISH)))
                .isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.NO_PHONE));
    }

    @Test
    void who_turned_their_phone_off_for_a_while_is_not_rung_until_then_by_whoever_waits_or_comes() {
        var until = at("2026-12-01T11:00");
        var dana = new Callee(
                DANA.id(),
                DANA.ext(),
                DANA.name(),
                "",
                List.of(),
                DANA.ringsAt(),
                new Quiet(at("2026-12-01T09:30"), until));
        var plan = ofDana(Personal.NONE);

        assertThat(arrive(call(dana, routing(plan), Duration.ZERO)).step())
                .isEqualTo(new TakeMessage(new Mailbox.Of(dana), Why.NO_PHONE));
        assertThat(arrive(call(dana, routing(plan).at(until), Duration.ZERO)).step())
                .isEqualTo(new Ring(dana));
        assertThat(arrive(call(dana, routing(plan), Duration.ofHours(1))).step())
                .isEqualTo(new Ring(dana));
        assertThat(Imagined.of(call(dana, routing(plan), Duration.ZERO), List.of())
                        .changesAt())
                .contains(until);
    }

    private static CallSituation call(Callee dana, Routing routing, Duration lasted) {
        return new CallSituation(
                new Dialled.Main(), Map.of("101", dana), Optional.empty(), lasted, Listening.TURNS, routing);
    }

    @Test
    void hours_of_ones_own_send_callers_elsewhere_outside_them() {
        var plan = ofDana(new Personal("office", "ext-102", false, RINGING, List.of(), null));

        assertThat(step(plan)).isEqualTo(new Ring(DANA));
        assertThat(arrive(call(routing(plan).at(at("2026-12-01T18:00")))).step())
                .isEqualTo(new Ring(DANIEL));
    }

    @Test
    void who_calls_comes_before_what_they_called() {
        var numbers = Map.of(CALLED, new Entry("mailbox-general", Language.SPANISH));
        var spanish = new Plan("ext-101", null, numbers, Map.of(), Map.of(), Map.of(), Callers.ANYBODY);
        assertThat(step(spanish))
                .isEqualTo(new TakeMessage(new Mailbox.General(), Why.ASKED_FOR, new Saying.Nothing(Language.SPANISH)));

        assertThat(step(callers(new Callers(Set.of(CALLER), null, Map.of(CALLER, "ext-102")))))
                .isEqualTo(new Goodbye(Farewell.BLOCKED));
        assertThat(step(callers(new Callers(Set.of(), null, Map.of(CALLER, "ext-102")))))
                .isEqualTo(new Ring(DANIEL));
        var withheld = routing(callers(new Callers(Set.of(), "bye", Map.of()))).of(null, CALLED);
        assertThat(arrive(call(withheld)).step())
                .isEqualTo(new Goodbye(Farewell.AS_WRITTEN, new Saying.Words("No.", Language.ENGLISH)));
    }

    @Test
    void a_call_that_an_outside_phone_sends_back_to_us_is_not_sent_there_again() {
        var plan = plan(Map.of("start", new Node.Outside(MOBILE, RINGING, "ext-101")));

        assertThat(step(plan)).isEqualTo(new Forward("start", MOBILE, RINGING, CallStep.SILENCE));
        var back = call(routing(plan).after(0, Routing.MOST_COMEBACKS + 1));
        assertThat(arrive(back).step()).isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.NO_PHONE));
        assertThat(arrive(back).reason()).contains("the call was sent back to us");
    }

    @Test
    void withheld_callers_are_one_call_that_comes_back_only_when_they_are_many() {
        var plan = plan(Map.of("start", new Node.Outside(MOBILE, RINGING, "ext-101")));
        var withheld = routing(plan).of(null, CALLED);

        var some = call(withheld.after(0, Routing.MOST_COMEBACKS_WITHHELD));
        assertThat(arrive(some).step()).isEqualTo(new Forward("start", MOBILE, RINGING, CallStep.SILENCE));
        var many = call(withheld.after(0, Routing.MOST_COMEBACKS_WITHHELD + 1));
        assertThat(arrive(many).step()).isEqualTo(new TakeMessage(new Mailbox.Of(DANA), Why.NO_PHONE));
    }

    @Test
    void a_name_is_found_by_its_first_letters_and_several_are_chosen_from() {
        var plan = plan(Map.of("start", new Node.DialByName(2, "mailbox-general")));

        assertThat(step(plan)).isEqualTo(new AskName("start", 1, "", CallStep.SILENCE));
        assertThat(after(plan, new CallEvent.NameKeyed("start", 1, "944"))).isEqualTo(new Ring(DANA));
        var two = after(plan, new CallEvent.NameKeyed("start", 1, "326"));
        assertThat(two).isEqualTo(new ChooseName("start", 1, "326", List.of(DANA, DANIEL), CallStep.SILENCE));
        assertThat(after(plan, new CallEvent.NameChosen("start", 1, "326", "2")))
                .isEqualTo(new Ring(DANIEL));
        assertThat(after(plan, new CallEvent.NameKeyed("start", 1, "999")))
                .isEqualTo(new AskName("start", 2, "999", CallStep.SILENCE));
        assertThat(after(plan, new CallEvent.NameKeyed("start", 2, "")))
                .isEqualTo(new TakeMessage(new Mailbox.General(), Why.ASKED_FOR));
    }

    @Test
    void an_operator_of_the_plan_takes_the_place_of_the_one_in_the_settings_and_may_be_gone() {
        var nodes = Map.<String, Node>of("start", new Node.Receptionist(), "front", new Node.Extension("150", null));
        var plan = new Plan("start", "front", Map.of(), nodes, Map.of(), Map.of(), Callers.ANYBODY);
        var pressed = CallFlow.decide(call(routing(plan)), new CallEvent.CallerPressed(Talk.BEGINNING, "0"));

        assertThat(pressed.step()).isEqualTo(new Ring(DANIEL));
        assertThat(pressed.reason()).startsWith("Pressed 0; extension 150 is gone");
    }
}
