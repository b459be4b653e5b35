package io.cloudpbx.calls.outage;

import io.cloudpbx.callflow.PlanChanged;
import io.cloudpbx.callflow.Plans;
import io.cloudpbx.calls.Disclosures;
import io.cloudpbx.calls.SituationLoader;
import io.cloudpbx.database.DatabaseAway;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.ExtensionChanged;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.jobs.Loops;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import io.cloudpbx.settings.Settings;
import io.cloudpbx.settings.SettingsChanged;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private final Settings settings;
    private final Extensions extensions;
    private final Numbers numbers;
    private final Disclosures disclosures;
    private final DatabaseWatch database;
    private final SnapshotFile file;
    private final Loops loops;
    private final Clock clock;
    private final Semaphore changes = new Semaphore(0);
    private volatile @Nullable RoutingSnapshot newest;

    SnapshotKeeper(
            Plans plans,
            Settings settings,
            Extensions extensions,
            Numbers numbers,
            Disclosures disclosures,
            DatabaseWatch database,
            SnapshotFile file,
            Loops loops,
            Clock clock) {
        this.plans = plans;
        this.settings = settings;
        this.extensions = extensions;
        this.numbers = numbers;
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
        var active = extensions.active();
        return new RoutingSnapshot(
                clock.instant(),
                version,
                plans.version(version),
                plans.closures(),
                settings.current(),
                active.stream().map(SituationLoader::callee).toList(),
                direct(active),
                disclosure.conversationsRecorded(),
                disclosure.peopleRecorded());
    }

    private Map<PhoneNumber, String> direct(List<Extension> active) {
        Map<UUID, String> wanted = new HashMap<>();
        active.stream()
                .filter(extension -> extension.numberId() != null)
                .forEach(extension -> wanted.put(Objects.requireNonNull(extension.numberId()), extension.ext()));
        return numbers.findAll(List.copyOf(wanted.keySet())).stream()
                .filter(number -> number.number() != null)
                .collect(Collectors.toMap(
                        number -> Objects.requireNonNull(number.number()),
                        (OwnNumber number) -> Objects.requireNonNull(wanted.get(number.id())),
                        (first, second) -> first));
    }
}
