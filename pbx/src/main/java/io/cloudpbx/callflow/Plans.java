package io.cloudpbx.callflow;

import io.cloudpbx.callflow.store.ClosureRows;
import io.cloudpbx.callflow.store.PlanRows;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** Knows plans: the draft, what was published when and by whom, and what somebody closed by hand. */
@Service
public class Plans {
    private static final int MOST_VERSIONS = 200;

    private final PlanRows rows;
    private final ClosureRows closures;
    private final Clock clock;

    /** A version never changes but that people who are forgotten leave it, so that it is read seldom. */
    private static final Duration READ_AGAIN = Duration.ofMinutes(10);

    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    Plans(PlanRows rows, ClosureRows closures, Clock clock) {
        this.rows = rows;
        this.closures = closures;
        this.clock = clock;
    }

    private record Known(Plan plan, Instant until) {}

    /** The number of the version by which new calls are led. */
    public int current() {
        return rows.newest();
    }

    /** @throws Problem {@code version_not_found} */
    public Plan version(int number) {
        if (number == 0) {
            return Plan.DEFAULT;
        }
        Instant now = clock.instant();
        Known found = known.get(number);
        if (found == null || found.until().isBefore(now)) {
            found = new Known(read(number), now.plus(READ_AGAIN));
            known.put(number, found);
        }
        return found.plan();
    }

    private Plan read(int number) {
        return rows.version(number)
                .orElseThrow(() -> Problem.notFound("version_not_found", "There is no version " + number + "."))
                .plan();
    }

    /** Newest first. */
    public List<PlanVersion> versions() {
        return rows.versions(MOST_VERSIONS);
    }

    public Draft draft() {
        return rows.draft().orElseGet(() -> new Draft(version(current()), 0));
    }

    /** What is closed by hand, also what was and was not opened again by hand. */
    public List<Closure> closures() {
        return closures.all();
    }
}
