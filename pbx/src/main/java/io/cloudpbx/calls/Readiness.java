package io.cloudpbx.calls;

import io.cloudpbx.calls.outage.RoutingSnapshot;
import io.cloudpbx.calls.outage.SnapshotKeeper;
import io.cloudpbx.database.DatabaseAway;
import io.cloudpbx.database.DatabaseWatch;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.numbers.OwnNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Whether this node can take calls: its database answers, and the main number points at us. */
@Service
public class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Numbers numbers;
    private final DatabaseWatch database;
    private final SnapshotKeeper snapshots;

    Readiness(Numbers numbers, DatabaseWatch database, SnapshotKeeper snapshots) {
        this.numbers = numbers;
        this.database = database;
        this.snapshots = snapshots;
    }

    /** One condition; the detail is a sentence without secrets or phone numbers, as anybody may read it. */
    public record Check(boolean passed, String detail) {}

    /**
     * Calls without the database.
     *
     * @param since when it is away
     * @param asOf when what decides calls was last looked up; null when it never was
     */
    public record ByHeart(Instant since, @Nullable Instant asOf) {}

    public Optional<ByHeart> byHeart() {
        return database.awaySince()
                .map(since -> new ByHeart(
                        since, snapshots.newest().map(RoutingSnapshot::takenAt).orElse(null)));
    }

    public Map<String, Check> checks() {
        var checks = new LinkedHashMap<String, Check>();
        try {
            var main = database.within(PATIENCE, numbers::main);
            checks.put("database", new Check(true, "answers"));
            checks.put("mainNumber", mainNumber(main));
        } catch (DatabaseAway | DataAccessException | TransactionException down) {
            String since = database.awaySince()
                    .map(instant -> " since " + instant.truncatedTo(ChronoUnit.SECONDS))
                    .orElse("");
            checks.put("database", new Check(false, "does not answer" + since));
            checks.put("calls", withoutDatabase());
        }
        return checks;
    }

    private Check withoutDatabase() {
        return snapshots
                .newest()
                .map(known -> new Check(
                        true,
                        "are led by what was known at " + known.takenAt().truncatedTo(ChronoUnit.SECONDS)
                                + ", by version " + known.version() + " of the call flow"))
                .orElseGet(() -> new Check(false, "get an apology and a mailbox, as nothing is known by heart"));
    }

    private static Check mainNumber(Optional<OwnNumber> main) {
        return main.map(number -> switch (number.state()) {
                    case READY -> new Check(true, "points at this server");
                    case SEARCHING, BUYING, CHECKING ->
                        number.carrierId() == null
                                ? new Check(false, "is being set up at the carrier")
                                : new Check(true, "is ours and being checked at the carrier");
                    case FAILED, RELEASING, RELEASED -> new Check(false, "could not be set up; see Numbers");
                })
                .orElseGet(() -> new Check(false, "is not set up yet"));
    }
}
