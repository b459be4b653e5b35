package io.cloudpbx.calls.flow;

import io.cloudpbx.callflow.Callers;
import io.cloudpbx.callflow.Closure;
import io.cloudpbx.callflow.Entry;
import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Node.Strategy;
import io.cloudpbx.callflow.Personal;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.Schedule;
import io.cloudpbx.callflow.flow.Soundness;
import io.cloudpbx.callflow.flow.Surroundings;
import io.cloudpbx.extensions.Quiet;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.SpecialDay;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.telephony.Destinations;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Companies that set whatever can be set, and calls to them at whatever time; the same for the same seed. */
public final class AnyCompany {
    private static final List<String> EXTS = List.of("101", "102", "103", "110", "199");
    private static final List<PhoneNumber> CALLERS = IntStream.range(0, 4)
            .mapToObj(n -> new PhoneNumber("+1312555010" + n))
            .toList();
    private static final List<PhoneNumber> OURS = IntStream.range(0, 4)
            .mapToObj(n -> new PhoneNumber("+1415555015" + n))
            .toList();
    private static final List<String> ZONES =
            List.of("America/New_York", "America/Chicago", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe");
    private static final LocalDate HOLIDAY = LocalDate.parse("2026-12-25");

    /** Where clocks change, both ways, and where a holiday begins and ends. */
    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2026-11-01T06:00:00Z"),
            Instant.parse("2027-03-14T07:00:00Z"),
            Instant.parse("2026-10-25T01:00:00Z"),
            Instant.parse("2027-03-28T01:00:00Z"),
            Instant.parse("2026-12-25T05:00:00Z"),
            Instant.parse("2026-12-26T05:00:00Z"));

    private final Random random;

    public AnyCompany(Random random) {
        this.random = random;
    }

    private static Surroundings surroundings(Instant now) {
        return new Surroundings(Set.copyOf(EXTS), Set.copyOf(OURS), Destinations.USUAL, "110", now);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int inTen) {
        return random.nextInt(10) < inTen;
    }

    private <T> @Nullable T maybe(Supplier<T> something) {
        return chance(3) ? something.get() : null;
    }

    /** One that may be published. */
    public Plan soundPlan(Instant now) {
        return Stream.generate(this::plan)
                .filter(plan -> Soundness.problems(plan, surroundings(now)).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Plan plan() {
        int count = 1 + random.nextInt(9);
        Map<String, Schedule> hours = new LinkedHashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            hours.put("hours-" + n, schedule());
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int n = 0; n < count; n++) {
            nodes.put("n" + n, node(n, count, List.copyOf(hours.keySet())));
        }
        Map<String, Personal> people = new HashMap<>();
        EXTS.stream().filter(ext -> chance(3)).forEach(ext -> people.put(ext, personal(hours.keySet(), count)));
        Map<PhoneNumber, Entry> numbers = new HashMap<>();
        OURS.stream()
                .filter(number -> chance(3))
                .forEach(number -> numbers.put(number, new Entry(place(0, count), one(List.of(Language.values())))));
        var callers = new Callers(
                chance(2) ? Set.of(CALLERS.getFirst()) : Set.of(),
                maybe(() -> place(0, count)),
                chance(2) ? Map.of(CALLERS.getLast(), place(0, count)) : Map.of());
        return new Plan(place(0, count), maybe(() -> place(0, count)), numbers, nodes, hours, people, callers);
    }

    /** Mostly onwards, so that many plans are sound. */
    private String place(int least, int count) {
        int from = chance(9) ? least : 0;
        if (from < count && chance(6)) {
            return "n" + (from + random.nextInt(count - from));
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> "operator";
            case 2 -> "mailbox-general";
            case 3, 4 -> "mailbox-" + one(EXTS);
            default -> "ext-" + one(EXTS);
        };
    }

    private Node node(int n, int count, List<String> hours) {
        String next = place(n + 1, count);
        Duration ringing = Duration.ofSeconds(5 + random.nextInt(30));
        return switch (random.nextInt(11)) {
            case 0, 1 -> menu(count, next);
            case 2, 3 -> hours.isEmpty() ? menu(count, next) : new Node.Hours(one(hours), next, place(n + 1, count));
            case 4 -> new Node.RingGroup("Group " + n, members(), one(List.of(Strategy.values())), ringing, next);
            case 5 ->
                new Node.Queue(
                        "Queue " + n,
                        members(),
                        one(List.of(Strategy.values())),
                        ringing,
                        "Please wait.",
                        Duration.ofSeconds(10 + random.nextInt(90)),
                        chance(5),
                        next);
            case 6 -> new Node.Announcement("Note " + n + ".", next);
            case 7 -> chance(5) ? new Node.Receptionist() : new Node.Goodbye("Bye from " + n + ".");
            case 8 -> new Node.DialByName(1 + random.nextInt(3), next);
            case 9 -> new Node.Outside(new PhoneNumber("+14155550177"), ringing, next);
            default -> new Node.Extension(one(EXTS), maybe(() -> next));
        };
    }

    private Node menu(int count, String next) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int key = random.nextInt(4); key > 0; key--) {
            keys.put("" + key, place(0, count));
        }
        return new Node.Menu(
                "Welcome.", "Choose.", keys, chance(5), Duration.ofSeconds(4), 1 + random.nextInt(3), next);
    }

    private List<String> members() {
        return EXTS.stream().filter(ext -> ext.equals("101") || chance(5)).toList();
    }

    private Personal personal(Set<String> hours, int count) {
        return new Personal(
                hours.isEmpty() ? null : maybe(() -> one(List.copyOf(hours))),
                maybe(() -> place(0, count)),
                chance(2),
                Duration.ofSeconds(15),
                chance(4)
                        ? List.of(new Personal.FindMe(new PhoneNumber("+14155550188"), Duration.ofSeconds(10)))
                        : List.of(),
                chance(2) ? place(0, count) : null);
    }

    private Schedule schedule() {
        var days = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, chance(8) ? List.of(new Hours(time(), time())) : List.of());
        }
        var holiday = new SpecialDay(HOLIDAY, "a holiday", chance(5) ? List.of() : List.of(Hours.of("00:00", "12:00")));
        return new Schedule(ZoneId.of(one(ZONES)), new Week(days), chance(7) ? List.of(holiday) : List.of());
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    }

    /** Any call to a company that is led by the plan, and of which some have gone meanwhile. */
    public CallSituation call(Plan plan) {
        return call(plan, EXTS.stream().filter(ext -> chance(9)).toList());
    }

    /** Any call to a company in which all are there who were when the plan was published. */
    public CallSituation callToAll(Plan plan) {
        return call(plan, EXTS);
    }

    private CallSituation call(Plan plan, List<String> there) {
        Map<String, Callee> directory =
                there.stream().map(this::callee).collect(Collectors.toMap(Callee::ext, callee -> callee));
        var to = one(OURS);
        var at = at();
        var dialled = chance(5) || directory.isEmpty()
                ? new Dialled.Main()
                : new Dialled.Direct(one(List.copyOf(directory.values())));
        var routing = new Routing(
                plan,
                chance(8) ? one(CALLERS) : null,
                to,
                at,
                closures(plan, at),
                rotation(at),
                0,
                chance(9) ? 0 : 1 + random.nextInt(6));
        return new CallSituation(
                dialled, directory, Optional.ofNullable(directory.get("110")), Duration.ZERO, Listening.TURNS, routing);
    }

    private Callee callee(String ext) {
        List<String> names = List.of("Dana Whitfield", "Daniel Cho", "Luis Ortega", "Front Desk", "Mara Lindqvist");
        // Some phones may not be called.
        var phone = chance(8) ? new PhoneNumber((chance(1) ? "+44207946" : "+14155550") + ext) : null;
        return new Callee(
                new UUID(0, Integer.parseInt(ext)),
                ext,
                names.get(EXTS.indexOf(ext)),
                "Team",
                List.of(),
                phone,
                quiet());
    }

    private @Nullable Quiet quiet() {
        return chance(1) ? new Quiet(Instant.EPOCH, maybe(() -> one(MOMENTS))) : null;
    }

    private Instant at() {
        return chance(7)
                ? one(MOMENTS).plus(Duration.ofMinutes(random.nextInt(360) - 180L))
                : Instant.parse("2026-10-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(525_600)));
    }

    private List<Closure> closures(Plan plan, Instant at) {
        var closures = new ArrayList<Closure>();
        for (String hours : plan.hours().keySet()) {
            if (chance(2)) {
                closures.add(new Closure(
                        hours,
                        at.minus(Duration.ofHours(random.nextInt(5) - 1L)),
                        maybe(() -> at.plus(Duration.ofHours(random.nextInt(3)))),
                        "Avery"));
            }
        }
        return closures;
    }

    private Rotation rotation(Instant at) {
        return new Rotation(
                EXTS.stream()
                        .filter(ext -> chance(7))
                        .collect(Collectors.toMap(ext -> ext, ext -> at.minusSeconds(random.nextInt(900)))),
                EXTS.stream()
                        .filter(ext -> chance(7))
                        .collect(Collectors.toMap(ext -> ext, ext -> at.minusSeconds(random.nextInt(900)))));
    }

    /** What somebody may press, more or less on purpose. */
    public List<String> keys() {
        List<String> all = List.of("0", "1", "2", "3", "9", "101", "110", "177", "*", "326", "3", "1");
        return IntStream.range(0, random.nextInt(5)).mapToObj(n -> one(all)).toList();
    }
}
