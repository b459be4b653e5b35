package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Campaign.Policy;
import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.messaging.flow.TextKind;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One world, made of a seed: a campaign, some nodes that send it, a carrier, the people who get it and the one who looks after
 * it. For a while anything goes wrong; then troubles end, and everything must come to rest.
 */
final class Simulation {
    static final String BUSINESS = "Harbor Dental";

    private static final long ROOM = 64L * 1024 * 1024;
    static final Duration ALL_TROUBLE = Duration.ofMinutes(9);
    private static final Duration PATIENCE = Duration.ofHours(30);
    private static final Duration LEASE_OF_WORK = Duration.ofSeconds(12);
    private static final Map<String, ZoneId> AREAS = Map.of(
            "+1212", ZoneId.of("America/New_York"),
            "+1312", ZoneId.of("America/Chicago"),
            "+1303", ZoneId.of("America/Denver"),
            "+1415", ZoneId.of("America/Los_Angeles"));
    private static final List<String> CODES = AREAS.keySet().stream().sorted().toList();
    private static final List<PhoneNumber> SENDERS = Stream.of("+18335550100", "+14155550101", "+14155550102")
            .map(PhoneNumber::new)
            .toList();

    private final Plant plant;
    private final World world;
    private final PaperTables tables;
    private final Ledgers ledgers;
    private final PaperStops stops;
    private final Promises promises;
    private final SimulatedCarrier carrier;
    private final Pace pace;
    private final Policy policy;
    private final Duration listLag;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Fault> met = EnumSet.noneOf(Fault.class);
    private final UUID campaign;
    private final People people;
    private Trouble trouble;
    private boolean isCalm;
    private boolean frozen;
    private Instant databaseAwayUntil = Instant.MIN;

    private Simulation(long seed, Plant plant, UnaryOperator<Trouble> amid, @Nullable List<String> log) {
        this.plant = plant;
        var chance = new SplittableRandom(seed);
        this.world = new World(chance, beginning(chance), log);
        this.promises = new Promises(this);
        this.tables = new PaperTables(world, promises);
        this.ledgers = Ledgers.onPaper(tables, plant, promises::reserved);
        this.stops = new PaperStops(tables, promises::looked);
        this.carrier = new SimulatedCarrier(this);
        this.trouble = amid.apply(Trouble.of(world));
        this.pace = new Pace(1 + world.pick(3), 1 + world.pick(6));
        this.policy = world.oneOf(List.of(Policy.values()));
        this.listLag = world.happens(0.8) ? SimulatedCarrier.TRUTHFUL : Duration.ofMinutes(20);
        this.campaign = new UUID(world.bits(), world.bits());
        this.people = new People(this);
    }

    /** A day in September; now and then it is late in it. */
    private static Instant beginning(SplittableRandom chance) {
        boolean late = chance.nextInt(10) == 0;
        Instant noon = Instant.parse("2026-09-16T18:00:00Z");
        return late ? noon.plusSeconds(6 * 3600 - chance.nextInt(600)) : noon.plusSeconds(chance.nextInt(7200));
    }

    /** @return which faults it has met @throws Promise.Broken when it breaks one */
    static Set<Fault> run(long seed, @Nullable List<String> log) {
        return run(seed, Plant.NONE, UnaryOperator.identity(), log);
    }

    /**
     * @param plant a mistake that is made in this world
     * @param amid what goes wrong in it, made of what usually would
     * @return which faults it has met
     */
    static Set<Fault> run(long seed, Plant plant, UnaryOperator<Trouble> amid, @Nullable List<String> log) {
        var simulation = new Simulation(seed, plant, amid, log);
        withRoom(simulation::run);
        return simulation.met;
    }

    /** Whoever waits does so within the event of whoever waited before, which no usual stack has room for. */
    private static void withRoom(Runnable world) {
        var broken = new AtomicReference<@Nullable Throwable>();
        Thread thread = Thread.ofPlatform()
                .stackSize(ROOM)
                .uncaughtExceptionHandler((self, failure) -> broken.set(failure))
                .start(world);
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
        switch (broken.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException failure -> throw failure;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private void run() {
        found();
        people.act();
        IntStream.range(0, 1 + world.pick(3)).forEach(number -> begin("node " + (number + 1)));
        recur(0, Duration.ofSeconds(5));
        recur(1, Duration.ofSeconds(10));
        recur(2, Duration.ofMinutes(1));
        recur(3, Duration.ofMinutes(1));
        world.pass(ALL_TROUBLE);
        calmDown();
        Instant latest = world.instant().plus(PATIENCE);
        while (!isAtRest()) {
            Promise.COMES_TO_REST.holds(world.instant().isBefore(latest), "%s", standing());
            world.pass(Duration.ofMinutes(5));
        }
        promises.atRest();
    }

    /** Makes the campaign and its audience, and has it begin. */
    private void found() {
        int audience = 2 + world.pick(9);
        int words = 60 + world.pick(world.happens(0.2) ? 600 : 60);
        List<PhoneNumber> senders = SENDERS.subList(0, 1 + world.pick(SENDERS.size()));
        TextKind kind = world.happens(0.7) ? TextKind.MARKETING : TextKind.INFORMATIONAL;
        Instant now = world.instant();
        tables.put(new Campaign(
                campaign,
                "Autumn",
                "x".repeat(words),
                kind,
                policy,
                Campaign.State.RUNNING,
                null,
                senders,
                List.of(),
                null,
                now,
                "Dana",
                now,
                null,
                1));
        for (int number = 0; number < audience; number++) {
            var person = new PhoneNumber(world.oneOf(CODES) + "55501" + "%02d".formatted(number));
            people.join(person);
            tables.deliveries.put(number + 1L, new DeliveryRow(number + 1L, campaign, person, now));
        }
        world.tell("%s to %d people from %d numbers, %s, %s", kind, audience, senders.size(), policy, trouble);
    }

    private void begin(String name) {
        long off = trouble.skew().toMillis();
        var node = new Node(this, name, Duration.ofMillis(off == 0 ? 0 : world.pick((int) (2 * off)) - off));
        nodes.add(node);
        node.start();
    }

    /** It died, and is started again by whoever watches it. */
    void restart(String name) {
        nodes.removeIf(Node::isDead);
        world.in(world.upTo(Duration.ofSeconds(40)), () -> begin(name));
    }

    /** Work that one node at a time does, unless the one that does it has not been heard of for a while. */
    private void recur(int which, Duration every) {
        var recurrence = new Recurrence(which, every);
        world.in(world.upTo(every), recurrence::fall);
    }

    private final class Recurrence {
        private final int which;
        private final Duration every;
        private Duration rest = Duration.ZERO;
        private Instant freeFrom = Instant.MIN;

        Recurrence(int which, Duration every) {
            this.which = which;
            this.every = every;
        }

        void fall() {
            long before = tables.changes();
            if (!world.instant().isBefore(freeFrom)) {
                anyNode().ifPresent(node -> {
                    freeFrom = world.instant().plus(LEASE_OF_WORK);
                    node.soon(() -> run(node.recurring().get(which)));
                });
            }
            rest = restAfter(before, rest, every);
            world.in(rest, this::fall);
        }

        private void run(Recurring work) {
            try {
                work.run();
            } finally {
                freeFrom = world.instant();
            }
        }
    }

    /** Where nothing happens, nobody looks often: it would only take our time. */
    Duration restAfter(long changesBefore, Duration lastRest, Duration usual) {
        Duration longest = isCalm ? Duration.ofMinutes(10) : Duration.ofSeconds(15);
        if (tables.changes() != changesBefore || longest.compareTo(usual) < 0) {
            return usual;
        }
        Duration longer = lastRest.multipliedBy(2);
        return longer.compareTo(usual) < 0 ? usual : longer.compareTo(longest) < 0 ? longer : longest;
    }

    private void calmDown() {
        world.tell("all is calm");
        isCalm = true;
        trouble = trouble.over();
        frozen = false;
        databaseAwayUntil = Instant.MIN;
        resumeIfPaused();
    }

    private void resumeIfPaused() {
        if (state() == Campaign.State.PAUSED) {
            people.act("resumes", Course::resume);
        }
    }

    private boolean isAtRest() {
        boolean ended = state() == Campaign.State.DONE || state() == Campaign.State.CANCELED;
        resumeIfPaused();
        return ended && tables.rows().stream().noneMatch(this::isUnderWay);
    }

    private boolean isUnderWay(DeliveryRow row) {
        return switch (row.state) {
            case WAITING, CLAIMED, SENDING, CHECKING -> true;
            case SENT ->
                carrier.find(new CarrierId(Objects.requireNonNull(row.carrierId)))
                        .filter(taken -> taken.status.isOver() || taken.arrivedAt == null)
                        .isPresent();
            case DELIVERED, FAILED, SKIPPED, NOT_CONFIRMED, CANCELED ->
                carrier.book().stream()
                        .anyMatch(taken -> row.holds(taken.token) && taken.arrivedAt == null && !taken.status.isOver());
        };
    }

    private Campaign.State state() {
        return Objects.requireNonNull(tables.campaigns.get(campaign)).state();
    }

    private String standing() {
        return state() + " with "
                + tables.rows().stream().map(row -> row.state + " " + row.code).toList();
    }

    Optional<Node> anyNode() {
        List<Node> up = nodes.stream().filter(Node::answers).toList();
        return up.isEmpty() ? Optional.empty() : Optional.of(world.oneOf(up));
    }

    /** Segments a second. */
    double rateOf(PhoneNumber sender) {
        return sender.equals(SENDERS.getFirst()) ? pace.tollFree() : pace.local();
    }

    ZoneId zoneOf(PhoneNumber number) {
        return Objects.requireNonNull(AREAS.get(number.e164().substring(0, 5)));
    }

    boolean isCarrierTruthful() {
        return listLag.equals(SimulatedCarrier.TRUTHFUL);
    }

    World world() {
        return world;
    }

    PaperTables tables() {
        return tables;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    /** When numbers are free, as a node learns it whose clock shows that. */
    PaceLedger pacesBy(InstantSource clock) {
        return plant == Plant.OWN_CLOCK ? new PaperPaces(tables, clock, promises::reserved) : ledgers.paces();
    }

    PaperStops stops() {
        return stops;
    }

    Promises promises() {
        return promises;
    }

    SimulatedCarrier carrier() {
        return carrier;
    }

    Pace pace() {
        return pace;
    }

    Policy policy() {
        return policy;
    }

    Duration listLag() {
        return listLag;
    }

    Trouble trouble() {
        return trouble;
    }

    UUID campaign() {
        return campaign;
    }

    /** Nothing may leave, whoever it is for, until all is calm. */
    void freeze() {
        frozen = true;
    }

    void losesDatabase(Duration time) {
        databaseAwayUntil = world.instant().plus(time);
        world.tell("the database is away for %s", time);
    }

    void meets(Fault fault) {
        met.add(fault);
    }

    boolean isFrozen() {
        return frozen;
    }

    boolean isDatabaseAway() {
        return databaseAwayUntil.isAfter(world.instant());
    }

    int audience() {
        return people.count();
    }
}
