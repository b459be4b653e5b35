package io.cloudpbx.bench.routing;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Node.Strategy;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Place;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.callflow.json.PlanWriter;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.calls.flow.Dialled;
import io.cloudpbx.calls.flow.Listening;
import io.cloudpbx.calls.flow.Rotation;
import io.cloudpbx.calls.flow.Routing;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** The thousand extensions that three digits can name, each with rules of its own, and a flow of menus in menus before a group and a queue. */
public final class LargeCompany {
    public static final int MENUS = 8;

    /** The extensions, from and to. */
    private static final int FIRST = 0;

    public static final int LAST = 999;

    private static final Instant A_TUESDAY = Instant.parse("2026-11-03T17:05:00Z");
    private static final PhoneNumber CALLER = new PhoneNumber("+14155550199");
    private static final PhoneNumber MAIN = new PhoneNumber("+18335550100");
    private static final Duration RINGING = Duration.ofSeconds(20);

    private LargeCompany() {}

    /** A call to the main number in opening hours. */
    static CallSituation called() {
        Map<String, Callee> people = people();
        var routing = new Routing(plan(people), CALLER, MAIN, A_TUESDAY, List.of(), Rotation.UNKNOWN, 0, 0);
        return new CallSituation(
                new Dialled.Main(),
                people,
                Optional.ofNullable(people.get(ext(100))),
                Duration.ZERO,
                Listening.TURNS,
                routing);
    }

    /** Its call flow as JSON, at whatever time somebody calls, with rules for as many as may be drawn. */
    public static ObjectNode alwaysOpen() {
        ObjectNode plan = PlanWriter.write(plan(people()));
        ((ObjectNode) plan.get("extensions"))
                .retain(IntStream.range(101, 200).mapToObj(LargeCompany::ext).toList());
        var week = (ObjectNode) plan.at("/hours/office/week");
        week.properties()
                .forEach(day -> ((ObjectNode) day.getValue().get(0))
                        .put("opens", "00:00")
                        .put("closes", "23:59"));
        return plan;
    }

    private static Map<String, Callee> people() {
        return IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(LargeCompany::person)
                .collect(Collectors.toMap(Callee::ext, Function.identity()));
    }

    private static String ext(int number) {
        return "%03d".formatted(number);
    }

    private static Callee person(int ext) {
        return new Callee(
                new UUID(0, ext),
                ext(ext),
                "Person " + ext,
                "Department " + ext / 100,
                List.of(),
                new PhoneNumber("+1415555%04d".formatted(ext)));
    }

    private static Plan plan(Map<String, Callee> people) {
        var rules = new Personal("office", null, false, RINGING, List.of(), null);
        return new Plan(
                "hours",
                null,
                Map.of(),
                nodes(),
                Map.of("office", office()),
                people.keySet().stream().collect(Collectors.toMap(Function.identity(), ext -> rules)),
                Callers.ANYBODY);
    }

    private static Map<String, Node> nodes() {
        Map<String, Node> nodes = new HashMap<>();
        nodes.put("hours", new Node.Hours("office", "menu-1", Place.GENERAL_MAILBOX));
        for (int menu = 1; menu <= MENUS; menu++) {
            nodes.put("menu-" + menu, menu(menu < MENUS ? "menu-" + (menu + 1) : "group"));
        }
        List<String> members =
                IntStream.range(101, 109).mapToObj(LargeCompany::ext).toList();
        nodes.put("group", new Node.RingGroup("Service", members, Strategy.IN_ORDER, RINGING, "queue"));
        nodes.put(
                "queue",
                new Node.Queue(
                        "Service",
                        members,
                        Strategy.ALL,
                        RINGING,
                        "Please hold.",
                        Duration.ofMinutes(10),
                        true,
                        Place.GENERAL_MAILBOX));
        return nodes;
    }

    private static Node menu(String next) {
        return new Node.Menu(
                "Thank you for calling {business}.",
                "For service, press 1.",
                Map.of("1", next),
                true,
                Duration.ofSeconds(4),
                3,
                Place.OPERATOR);
    }

    private static Schedule office() {
        var hours = List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        var holidays = IntStream.range(0, 50)
                .mapToObj(week -> new SpecialDay(LocalDate.of(2027, 1, 1).plusWeeks(week), "Closed", List.of()))
                .toList();
        var week =
                new Week(Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), d -> hours)));
        return new Schedule(ZoneId.of("America/Los_Angeles"), week, holidays);
    }
}
