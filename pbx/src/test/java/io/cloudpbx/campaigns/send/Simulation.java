package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Campaign;
import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Delivery.State;
import io.cloudpbx.campaigns.flow.Pace;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.send.PaperTables.DeliveryRow;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One world, made of a seed: campaigns, some nodes that send them, a carrier, the people who get them and the one who looks after
 * them. For a while anything goes wrong, and again in the morning when a night lies between; then troubles end, and everything must
 * come to rest.
 */
final class Simulation {
    static final String BUSINESS = "Harbor Dental";

    private static final long ROOM = 64L * 1024 * 1024;
    static final Duration ALL_TROUBLE = Duration.ofMinutes(9);
    /** A weekend with a holiday after it, and days on which the money does not reach, or what a number may send. */
    private static final Duration PATIENCE = Duration.ofDays(10);
    /** Between two looks whether all is at rest. */
    private static final Duration LOOK = Duration.ofMinutes(5);

    /** Whoever waits longer waits for the next morning. */
    private static final Duration NIGHT = Duration.ofMinutes(30);

    private static final Duration BEFORE_MORNING = Duration.ofMinutes(3);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final Duration LONGEST_LOOK = Duration.ofHours(1);

    private static final List<PhoneNumber> SENDERS = Stream.of("+18335550100", "+14155550101", "+14155550102")
            .map(PhoneNumber::new)
            .toList();

    private static final Set<Campaign.State> ENDED = EnumSet.of(Campaign.State.DONE, Campaign.State.CANCELED);

    private final Plant plant;
    private final World world;
    private final PaperTables tables;
    private final Ledgers ledgers;
    private final PaperStops stops;
    private final Promises promises;
    private final SimulatedCarrier carrier;
    private final Pace pace;
    private final Duration listLag;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Fault> met = EnumSet.noneOf(Fault.class);
    private final Crowd crowd;
    private final People people;
    private final int audience;
    private final long ceiling;
    private final Trouble usual;
    private Trouble trouble;
    private boolean isCalm;
    private boolean frozen;
    private Instant databaseAwayUntil = Instant.MIN;

    private Simulation(long seed, Plant plant, UnaryOperator<Trouble> amid, @Nullable List<String> log) {
        this.plant = plant;
        var chance = new SplittableRandom(seed);
        this.world = new World(chance, Beginning.of(chance), log);
        this.promises = new Promises(this);
        this.tables = new PaperTables(world, promises);
        this.ledgers = Ledgers.onPaper(tables, plant, promises::reserved);
        this.stops = new PaperStops(tables, plant, promises::looked);
        this.carrier = new SimulatedCarrier(this);
        this.usual = amid.apply(Trouble.of(world));
        this.trouble = usual;
        this.pace = new Pace(1 + world.pick(3), 1 + world.pick(6));
        this.listLag = world.happens(0.8) ? SimulatedCarrier.TRUTHFUL : Duration.ofMinutes(20);
        this.crowd = new Crowd(world);
        var foundation = new Foundation(world, tables, SENDERS);
        foundation.lay(crowd);
        new History(world, tables, carrier).of(crowd, SENDERS);
        this.ceiling = foundation.ceiling();
        this.people = new People(this);
        this.audience = tables.deliveries.size();
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
        world.tell("%s", trouble);
        people.act();
        IntStream.range(0, 1 + world.pick(3)).forEach(number -> begin("node " + (number + 1)));
        new Recurrence(this, 0, Duration.ofSeconds(5)).begin();
        new Recurrence(this, 1, Duration.ofSeconds(10)).begin();
        new Recurrence(this, 2, Duration.ofMinutes(1)).begin();
        new Recurrence(this, 3, Duration.ofMinutes(1)).begin();
        world.pass(ALL_TROUBLE);
        calmDown();
        morning().ifPresent(this::passNight);
        comeToRest();
        promises.atRest();
    }

    /** When somebody's hours begin for whom it is too late now. */
    private Optional<Instant> morning() {
        return tables.rows().stream()
                .filter(row -> row.state == State.WAITING
                        && row.dueAt.isAfter(world.instant().plus(NIGHT)))
                .map(row -> row.dueAt)
                .min(Comparator.naturalOrder());
    }

    /** Nothing happens, until just before that there is trouble again. */
    private void passNight(Instant morning) {
        Instant beginning = world.instant();
        world.pass(Duration.between(beginning, morning).minus(BEFORE_MORNING));
        world.tell("the night is over");
        met.add(Fault.NIGHT);
        if (!offset(beginning).equals(offset(morning))) {
            met.add(Fault.CLOCKS_CHANGE);
        }
        isCalm = false;
        trouble = usual;
        world.in(BEFORE_MORNING, people::act);
        world.pass(BEFORE_MORNING.plus(ALL_TROUBLE));
        calmDown();
    }

    private static ZoneOffset offset(Instant at) {
        return SimulatedGate.ZONE.getRules().getOffset(at);
    }

    private void comeToRest() {
        Instant latest = world.instant().plus(PATIENCE);
        Duration look = LOOK;
        while (!isAtRest()) {
            Promise.COMES_TO_REST.holds(world.instant().isBefore(latest), "%s", standing());
            world.pass(look);
            look = look.compareTo(LONGEST_LOOK) < 0 ? look.multipliedBy(2) : look;
        }
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

    /** Where nothing happens, nobody looks often: it would only take our time. */
    Duration restAfter(long changesBefore, Duration lastRest, Duration usual) {
        Duration longest = isCalm ? LONGEST_REST : Duration.ofSeconds(15);
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
        tables.campaigns.values().stream()
                .filter(campaign -> campaign.state() == Campaign.State.PAUSED)
                .forEach(campaign -> people.act(campaign.id(), "resumes", Course::resume));
    }

    private boolean isAtRest() {
        resumeIfPaused();
        return tables.campaigns.values().stream().allMatch(campaign -> ENDED.contains(campaign.state()))
                && tables.rows().stream().noneMatch(this::isUnderWay);
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

    private String standing() {
        List<Campaign.State> states =
                tables.campaigns.values().stream().map(Campaign::state).toList();
        return states + " with "
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

    /** What may be spent in a day, in millionths of a dollar. */
    long ceiling() {
        return ceiling;
    }

    Crowd crowd() {
        return crowd;
    }

    Plant plant() {
        return plant;
    }

    long deliveryOf(String token) {
        return Objects.requireNonNull(tables.attempts.get(token)).delivery();
    }

    Duration listLag() {
        return listLag;
    }

    Trouble trouble() {
        return trouble;
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
        return audience;
    }
}
