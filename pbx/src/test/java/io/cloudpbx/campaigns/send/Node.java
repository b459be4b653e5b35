package io.cloudpbx.campaigns.send;

import io.cloudpbx.campaigns.Course;
import io.cloudpbx.campaigns.Told;
import io.cloudpbx.campaigns.Wording;
import io.cloudpbx.campaigns.ledger.CampaignLedger;
import io.cloudpbx.campaigns.ledger.DeliveryLedger;
import io.cloudpbx.campaigns.ledger.OutcomeLedger;
import io.cloudpbx.campaigns.ledger.PaceLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger;
import io.cloudpbx.campaigns.ledger.ReceiptLedger.Receipt;
import io.cloudpbx.campaigns.ledger.ThreadLedger;
import io.cloudpbx.carrier.CarrierFailure;
import io.cloudpbx.jobs.Recurring;
import io.cloudpbx.messaging.BulkGate;
import io.cloudpbx.messaging.BulkText;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The program, from its start to its death: all that decides is the program's own, wired as it wires itself; its threads are
 * events of the world. Wherever it waits for something outside, it may die, or stand still for a while.
 */
final class Node implements Machine {
    private static final Duration GATHERED = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(400);
    private static final AnnotationTransactionAttributeSource ANNOTATIONS = new AnnotationTransactionAttributeSource();

    private final Simulation simulation;
    private final World world;
    private final String name;

    /** Unlike that of any other that ran or runs under the same name. */
    private final String self;

    private final Clock clock;
    private final Course course;
    private final Departures departures;
    private final Outcomes outcomes;
    private final Receipts receipts;
    private final List<Recurring> recurring;
    private boolean dead;
    private Instant frozenUntil = Instant.MIN;
    private boolean settling;
    private Duration rest = Duration.ZERO;

    /** What a thread of a dead program meets. */
    static final class Died extends Error {
        Died() {
            super("died", null, false, false);
        }
    }

    Node(Simulation simulation, String name, Duration skew) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.name = name;
        this.self = name + "@" + world.bits();
        this.clock = new SkewedClock(world, skew);
        var database = new SimulatedDatabase(simulation.tables(), this);
        var transactions = new TransactionTemplate(database);
        Ledgers ledgers = simulation.ledgers();
        var campaigns = database.far(CampaignLedger.class, ledgers.campaigns());
        var deliveries = database.far(DeliveryLedger.class, ledgers.deliveries());
        var ends = database.far(OutcomeLedger.class, ledgers.outcomes());
        var news = database.far(ReceiptLedger.class, ledgers.receipts());
        var paces = database.far(PaceLedger.class, simulation.pacesBy(clock));
        var stops = database.far(StopList.class, simulation.stops());
        var threads = database.far(ThreadLedger.class, (campaign, leaving) -> {});
        var carrier = new CarrierLine(simulation.carrier(), this);
        var wording = new Wording(() -> Simulation.BUSINESS);
        ApplicationEventPublisher nobody = event -> {};
        this.course = transactional(new Course(campaigns, deliveries, clock, nobody), database);
        Brake brake = course::halt;
        this.outcomes = new Outcomes(ends, paces, stops, brake, transactions, clock, nobody);
        var conclusions = new Conclusions(news, paces, new Unlearnt(), brake);
        this.receipts = new Receipts(news, ends, conclusions, transactions, clock, nobody);
        var handover = new Handover(carrier, stops, outcomes, this, simulation.pace());
        var gate = database.far(BulkGate.class, simulation.plant().verdictsOf(new SimulatedGate(simulation, clock)));
        var boarding = new Boarding(deliveries, threads, handover, this, clock);
        var timetable = new Timetable(paces, handover, this, simulation.pace());
        var departure = new Departure(
                wording, new Told(deliveries, clock), gate, deliveries, timetable, course, boarding, this, clock);
        this.departures = new Departures(
                campaigns, deliveries, paces, course, departure, handover, this, simulation.pace(), clock);
        this.recurring = List.of(
                new Leftovers(ends, clock),
                new Doubts(news, deliveries, campaigns, ends, conclusions, wording, carrier, clock, nobody),
                new QuietDeliveries(news, ends, conclusions, carrier, simulation.pace(), clock, nobody),
                new Comebacks(course));
    }

    private static Course transactional(Course course, TransactionManager database) {
        var factory = new ProxyFactory(course);
        factory.setProxyTargetClass(true);
        factory.addAdvice(new TransactionInterceptor(database, ANNOTATIONS));
        return (Course) factory.getProxy();
    }

    /** Begins to work. */
    void start() {
        tell("starts");
        soon(this::goRound);
    }

    private void goRound() {
        long before = simulation.tables().changes();
        Duration pause = AFTER_FAILURE;
        try {
            pause = departures.round();
        } finally {
            rest = simulation.restAfter(before, rest, pause);
            in(rest, this::goRound);
        }
    }

    Course course() {
        return course;
    }

    List<Recurring> recurring() {
        return recurring;
    }

    /** The carrier brings news. @return what is done when it is kept */
    CompletableFuture<Boolean> hear(Receipt receipt) {
        CompletableFuture<Boolean> kept = receipts.take(receipt);
        in(GATHERED, () -> {
            if (!receipts.isIdle()) {
                uninterrupted(() -> receipts.writeNext(Duration.ZERO));
            }
        });
        return kept;
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private static void uninterrupted(Step step) {
        try {
            step.take();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void soon(Runnable work) {
        in(world.upTo(Duration.ofMillis(5)), work);
    }

    private void in(Duration wait, Runnable work) {
        world.in(wait, () -> run(work));
    }

    private void run(Runnable work) {
        if (dead) {
            return;
        }
        if (isFrozen()) {
            in(Duration.between(world.instant(), frozenUntil), work);
            return;
        }
        Duration soon = Duration.ofMillis(1);
        try {
            work.run();
        } catch (Died death) {
            return;
        } catch (DataAccessException | TransactionException | CarrierFailure | Problem failure) {
            tell("fails: %s", failure.getMessage());
            soon = AFTER_FAILURE;
        }
        if (!outcomes.isIdle() && !settling) {
            settling = true;
            in(soon, this::settle);
        }
    }

    private void settle() {
        try {
            uninterrupted(() -> outcomes.settleNext(Duration.ZERO));
        } finally {
            settling = false;
        }
    }

    /** Time passes before something outside answers, or something happens to the program itself. */
    void wait(Duration longest) {
        surviveOrDie();
        if (suffers(trouble().crashes())) {
            die();
        }
        if (suffers(trouble().freezes())) {
            freeze(world.upTo(Duration.ofSeconds(90)));
        }
        Instant begun = world.instant();
        world.pass(world.upTo(longest));
        while (isFrozen()) {
            world.pass(Duration.between(world.instant(), frozenUntil));
        }
        surviveOrDie();
        simulation.promises().waited(Duration.between(begun, world.instant()).minus(longest));
    }

    private void surviveOrDie() {
        if (dead) {
            throw new Died();
        }
    }

    /** As by {@code kill -9}: whatever is in memory is gone. */
    void die() {
        if (!dead) {
            tell("dies");
            dead = true;
            simulation.restart(name);
        }
    }

    void freeze(Duration time) {
        tell("stands still for %s", time);
        frozenUntil = world.instant().plus(time);
    }

    boolean isDead() {
        return dead;
    }

    boolean isFrozen() {
        return frozenUntil.isAfter(world.instant());
    }

    boolean answers() {
        return !dead && !isFrozen();
    }

    World world() {
        return world;
    }

    Clock clock() {
        return clock;
    }

    Trouble trouble() {
        return simulation.trouble();
    }

    boolean suffers(double probability) {
        return probability > 0 && world.happens(probability);
    }

    boolean hasNoDatabase() {
        return simulation.isDatabaseAway() || suffers(trouble().outages());
    }

    /** This node does something to the ledgers now. */
    void acts(String what) {
        simulation.promises().acts(self, what);
        if (!what.equals("begin") && !what.equals("running") && !what.equals("freeWithin")) {
            tell("%s", what);
        }
    }

    void asks(String token, BulkText text) {
        simulation.promises().asked(token, text);
    }

    /** The carrier's answer is there, or is not waited for any more. */
    void asked(String token) {
        if (simulation.tables().isLeaseOver(token)) {
            meets(Fault.LEASE_OVER);
        }
    }

    /** Nobody knows whether the carrier has taken that. */
    void neverHears(String token) {
        simulation.promises().unanswered(token);
    }

    void meets(Fault fault) {
        simulation.meets(fault);
    }

    void tell(String what, @Nullable Object... about) {
        world.tell(name + " " + what, about);
    }

    @Override
    public long nanoTime() {
        return world.nanoTime();
    }

    @Override
    public void at(long nanos, Runnable work) {
        world.atNanos(nanos, () -> run(work));
    }

    @Override
    public boolean isStopping() {
        return false;
    }

    @Override
    public String token() {
        return "%016x%016x".formatted(world.bits(), world.bits());
    }

    @Override
    public String toString() {
        return name;
    }
}
