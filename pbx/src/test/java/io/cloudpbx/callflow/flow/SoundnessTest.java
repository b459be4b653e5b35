package io.cloudpbx.callflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Entry;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.callflow.json.PlanReader;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.telephony.BadDestinations;
import io.cloudpbx.telephony.Destinations;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SoundnessTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Instant NOW = Instant.parse("2026-11-29T18:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550150");
    private static final Surroundings AROUND =
            new Surroundings(Set.of("101", "102"), Set.of(OURS), Destinations.USUAL, "101", NOW);
    private static final Duration RINGING = Duration.ofSeconds(20);

    private static Plan plan(@Nullable String operator, Map<String, Node> nodes, Map<String, Schedule> hours) {
        return new Plan("start", operator, Map.of(), nodes, hours, Map.of(), Callers.ANYBODY);
    }

    private static Schedule daily(String opens, String closes, SpecialDay... dates) {
        var week = new Week(Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(day -> day, day -> List.of(Hours.of(opens, closes)))));
        return new Schedule(CHICAGO, week, List.of(dates));
    }

    private static List<String> codes(Plan plan) {
        return Soundness.problems(plan, AROUND).stream()
                .map(problem -> problem.field() + " " + problem.code())
                .toList();
    }

    @Test
    void what_a_company_answers_with_that_has_set_nothing_is_sound() {
        assertThat(codes(Plan.DEFAULT)).isEmpty();
    }

    @Test
    void the_plan_in_the_documentation_is_sound() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "call-flow.md"));
        String example = page.substring(page.indexOf("```json") + "```json".length(), page.lastIndexOf("```"));

        assertThat(codes(PlanReader.read(JsonMapper.shared().readTree(example))))
                .isEmpty();
    }

    @Test
    void each_place_outside_and_each_phone_that_may_not_be_called_is_named_with_its_field() {
        for (PhoneNumber bad : BadDestinations.ALL) {
            var rules = new Personal(null, null, false, RINGING, List.of(new Personal.FindMe(bad, RINGING)), null);
            var plan = new Plan(
                    "start",
                    null,
                    Map.of(),
                    Map.of("start", new Node.Outside(bad, RINGING, "mailbox-general")),
                    Map.of(),
                    Map.of("101", rules),
                    Callers.ANYBODY);
            String code = Destinations.USUAL.against(bad).orElseThrow().code();

            assertThat(codes(plan))
                    .containsExactlyInAnyOrder(
                            "/nodes/start/number " + code, "/extensions/101/findMe/0/number " + code);
        }
    }

    @Test
    void what_is_not_there_is_named_with_the_place_that_names_it() {
        var plan = new Plan(
                "nowhere",
                null,
                Map.of(new PhoneNumber("+14155550151"), new Entry("ext-150", Language.ENGLISH)),
                Map.of(
                        "doors", new Node.Hours("none", "mailbox-199", "operator"),
                        "sales",
                                new Node.RingGroup("Sales", List.of("101", "177"), Node.Strategy.ALL, RINGING, "doors"),
                        "out", new Node.Outside(OURS, RINGING, "sales"),
                        "away",
                                new Node.Announcement(
                                        "One moment.", Node.Outside.keyOf(new PhoneNumber("+14155550177"), null))),
                Map.of(),
                Map.of(
                        "120",
                        Personal.NONE,
                        "101",
                        new Personal(null, null, false, RINGING, List.of(new Personal.FindMe(OURS, RINGING)), null)),
                Callers.ANYBODY);

        assertThat(codes(plan))
                .containsExactlyInAnyOrder(
                        "/main no_such_place",
                        "/numbers/+14155550151 not_our_number",
                        "/numbers/+14155550151/start no_such_extension",
                        "/nodes/doors/hours no_such_hours",
                        "/nodes/doors/open no_such_extension",
                        "/nodes/sales/members/1 no_such_extension",
                        "/nodes/out/number own_number",
                        "/nodes/away/then no_such_place",
                        "/extensions/120 no_such_extension",
                        "/extensions/101/findMe/0/number own_number");
    }

    @Test
    void a_silent_caller_who_is_sent_round_is_a_loop_told_once() {
        var plan = plan(
                null,
                Map.of(
                        "start", new Node.Announcement("Hello.", "sales"),
                        "sales", new Node.RingGroup("Sales", List.of("101"), Node.Strategy.ALL, RINGING, "start")),
                Map.of());

        assertThat(codes(plan)).containsExactly("/nodes/sales loop");
    }

    @Test
    void a_way_back_that_needs_a_key_is_no_loop() {
        var plan = plan(
                null,
                Map.of(
                        "start",
                        menu(Map.of("1", "more"), "mailbox-general"),
                        "more",
                        menu(Map.of("9", "start"), "mailbox-general")),
                Map.of());

        assertThat(codes(plan)).isEmpty();
    }

    private static Node menu(Map<String, String> keys, String otherwise) {
        return new Node.Menu("", "Choose.", keys, false, Duration.ofSeconds(4), 2, otherwise);
    }

    /** Two doors, each of which sends callers to the other while it is open: round and round only while both are. */
    private static Plan doors(Schedule east, Schedule west) {
        return plan(
                null,
                Map.of(
                        "start",
                        new Node.Hours("east", "west", "mailbox-general"),
                        "west",
                        new Node.Hours("west", "start", "mailbox-general")),
                Map.of("east", east, "west", west));
    }

    @Test
    void hours_that_never_meet_make_no_loop_and_one_minute_of_a_holiday_makes_one() {
        var mornings = daily("08:00", "12:00");
        assertThat(codes(doors(mornings, daily("12:00", "17:00")))).isEmpty();

        var christmas = new SpecialDay(LocalDate.parse("2026-12-25"), "Christmas", List.of(Hours.of("11:59", "17:00")));
        assertThat(Soundness.problems(doors(mornings, daily("12:00", "17:00", christmas)), AROUND))
                .singleElement()
                .satisfies(loop -> {
                    assertThat(loop.code()).isEqualTo("loop");
                    assertThat(loop.message()).contains("start → west → start", "2026-12-25T17:59:00Z");
                });
    }

    /** So many hours on one way, the first of which are asked about again at its end. */
    private static Plan corridor(int doors, String last, Node end) {
        Map<String, Node> nodes = new HashMap<>();
        Map<String, Schedule> hours = new HashMap<>();
        for (int door = 0; door < doors; door++) {
            String next = door + 1 < doors ? "door-" + (door + 1) : last;
            nodes.put(door == 0 ? "start" : "door-" + door, new Node.Hours("hours-" + door, next, next));
            hours.put("hours-" + door, daily("08:00", "17:00"));
        }
        nodes.put(last, end);
        return plan(null, nodes, hours);
    }

    @Test
    void a_flow_of_forty_schedules_is_checked() {
        assertThat(codes(corridor(40, "last", new Node.Mailbox(null)))).isEmpty();
        assertThat(codes(corridor(40, "last", new Node.Announcement("Once more.", "start"))))
                .containsExactly("/nodes/door-1 loop");
    }

    @Test
    void a_way_back_behind_forty_schedules_that_would_need_the_first_to_be_open_and_closed_is_none() {
        var nodes = new HashMap<>(corridor(40, "last", new Node.Hours("hours-0", "mailbox-general", "start"))
                .nodes());
        nodes.put("start", new Node.Hours("hours-0", "door-1", "mailbox-general"));
        var hours = corridor(40, "last", new Node.Mailbox(null)).hours();

        assertThat(codes(plan(null, nodes, hours))).isEmpty();

        nodes.put("last", new Node.Hours("hours-0", "start", "mailbox-general"));
        assertThat(codes(plan(null, nodes, hours))).containsExactly("/nodes/door-1 loop");
    }

    @Test
    void hours_that_are_asked_about_again_in_more_combinations_than_can_be_tried_are_refused() {
        var nodes =
                new HashMap<>(corridor(20, "again-1", new Node.Mailbox(null)).nodes());
        var hours = corridor(20, "last", new Node.Mailbox(null)).hours();
        nodes.put("start", new Node.Hours("hours-0", "door-1", "mailbox-general"));
        for (int door = 1; door < 20; door++) {
            String next = door < 19 ? "again-" + (door + 1) : "last";
            nodes.put("again-" + door, new Node.Hours("hours-" + door, next, next));
        }
        nodes.put("last", new Node.Hours("hours-0", "mailbox-general", "start"));

        assertThat(codes(plan(null, nodes, hours))).containsExactly("/hours too_many_ways");
    }

    /** In the night of the change, hours in zones that change on different days meet for an hour. */
    @Test
    void hours_that_meet_only_between_two_summer_times_make_a_loop() {
        var chicago = daily("08:00", "12:00");
        var berlin =
                new Schedule(ZoneId.of("Europe/Berlin"), daily("19:00", "23:00").week(), List.of());

        // 12:00 in Chicago is 19:00 in Berlin but for some weeks in March, when it is 18:00.
        assertThat(Soundness.problems(doors(chicago, berlin), AROUND)).isEmpty();
        var earlier =
                new Schedule(ZoneId.of("Europe/Berlin"), daily("18:00", "23:00").week(), List.of());
        assertThat(Soundness.problems(doors(daily("08:00", "11:00"), earlier), AROUND))
                .isEmpty();
        assertThat(Soundness.problems(
                        doors(
                                daily("11:00", "12:00"),
                                new Schedule(
                                        ZoneId.of("Europe/Berlin"),
                                        daily("17:00", "18:00").week(),
                                        List.of())),
                        AROUND))
                .extracting(FieldProblem::message)
                .singleElement()
                .asString()
                .contains("2027-03-14");
    }

    @Test
    void hours_that_are_closed_by_hand_are_tried_as_well() {
        var always = daily("00:00", "00:00");
        var plan = plan(
                null,
                Map.of(
                        "start",
                        new Node.Hours("always", "mailbox-general", "again"),
                        "again",
                        new Node.Announcement("Closed.", "start")),
                Map.of("always", always));

        assertThat(codes(plan)).containsExactly("/nodes/again loop");
    }

    @Test
    void extensions_that_send_callers_to_each_other_are_a_loop() {
        var plan = new Plan(
                "ext-101",
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(
                        "101", new Personal(null, null, false, RINGING, List.of(), "ext-102"),
                        "102", new Personal(null, null, true, RINGING, List.of(), "ext-101")),
                Callers.ANYBODY);

        assertThat(codes(plan)).containsExactly("/extensions/101 loop");
    }

    @Test
    void who_asks_the_receptionist_for_a_person_does_not_come_back_to_it() {
        var back = plan(
                "choices",
                Map.of("start", new Node.Receptionist(), "choices", menu(Map.of("1", "start"), "mailbox-general")),
                Map.of());

        assertThat(codes(back)).containsExactly("/operator back_to_receptionist");
    }

    @Test
    void an_operator_of_the_settings_who_sends_callers_to_the_operator_is_a_loop() {
        var plan = new Plan(
                "operator",
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("101", new Personal(null, null, false, RINGING, List.of(), "operator")),
                Callers.ANYBODY);

        assertThat(codes(plan)).containsExactly("/operator loop");
    }

    @Test
    void an_operator_who_is_the_operator_is_nobody() {
        assertThat(codes(plan("operator", Map.of("start", new Node.Receptionist()), Map.of())))
                .contains("/operator loop");
    }
}
