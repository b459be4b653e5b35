package io.cloudpbx.calls.outage;

import io.cloudpbx.callflow.PlanChanged;
import io.cloudpbx.callflow.Plans;
import io.cloudpbx.calls.Disclosures;
import io.cloudpbx.calls.People;
import io.cloudpbx.calls.Standing;
import io.cloudpbx.calls.flow.Callee;
import io.cloudpbx.database.DatabaseAway;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.extensions.ExtensionChanged;
import io.cloudpbx.jobs.Loops;
import io.cloudpbx.settings.SettingsChanged;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the snapshot fresh: taken again after every change here, and every few seconds for those on other nodes. */
@Component
public class SnapshotKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Plans plans;
    private final Standing standing;
    private final Disclosures disclosures;
    private final DatabaseWatch database;
    private final SnapshotFile file;
    private final Loops loops;
    private final Clock clock;
    private final Semaphore changes = new Semaphore(0);
    private volatile @Nullable RoutingSnapshot newest;

    SnapshotKeeper(
            Plans plans,
            Standing standing,
            Disclosures disclosures,
            DatabaseWatch database,
            SnapshotFile file,
            Loops loops,
            Clock clock) {
        this.plans = plans;
        this.standing = standing;
        this.disclosures = disclosures;
        this.database = database;
        this.file = file;
        this.loops = loops;
        this.clock = clock;
        this.newest = file.read().orElse(null);
    }

    /** Empty until the first was taken. */
    public Optional<RoutingSnapshot> newest() {
        return Optional.ofNullable(newest);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        loops.run("routing-snapshot", this::keepFresh);
    }

    @TransactionalEventListener({PlanChanged.class, SettingsChanged.class, ExtensionChanged.class})
    void changed() {
        changes.release();
    }

    private void keepFresh() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                refresh();
                if (changes.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    changes.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        try {
            RoutingSnapshot taken = database.tried(PATIENCE, this::take);
            RoutingSnapshot before = newest;
            if (before == null || !before.saysTheSameAs(taken)) {
                file.write(taken);
            }
            newest = taken;
        } catch (DatabaseAway away) {
            LOG.debug("The routing snapshot stays as it is", away);
        } catch (IOException unwritten) {
            LOG.error(
                    "The routing snapshot could not be written; after a restart without the database calls get an apology",
                    unwritten);
        }
    }

    private RoutingSnapshot take() {
        int version = plans.current();
        var disclosure = disclosures.current();
        var known = standing.now();
        return new RoutingSnapshot(
                clock.instant(),
                version,
                plans.version(version),
                plans.closures(),
                known.company(),
                inOrder(known.people()),
                direct(known),
                disclosure.conversationsRecorded(),
                disclosure.peopleRecorded());
    }

    private static List<Callee> inOrder(People people) {
        return people.directory().values().stream()
                .sorted(Comparator.comparing(Callee::ext))
                .toList();
    }

    private static Map<PhoneNumber, String> direct(Standing.Known known) {
        Map<PhoneNumber, String> direct = new HashMap<>();
        known.numbers().forEach((number, ours) -> {
            Callee rung = known.people().direct().get(ours.id());
            if (rung != null) {
                direct.put(number, rung.ext());
            }
        });
        return direct;
    }
}
