package io.cloudpbx.callflow;

import io.cloudpbx.callflow.store.ClosureRows;
import io.cloudpbx.callflow.store.PlanRows;
import io.cloudpbx.problems.Problem;
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

    /** A version never changes, so it is read once. */
    private final Map<Integer, Plan> known = new ConcurrentHashMap<>(Map.of(0, Plan.DEFAULT));

    Plans(PlanRows rows, ClosureRows closures) {
        this.rows = rows;
        this.closures = closures;
    }

    /** The number of the version by which new calls are led. */
    public int current() {
        return rows.newest();
    }

    /** @throws Problem {@code version_not_found} */
    public Plan version(int number) {
        return known.computeIfAbsent(
                number,
                missing -> rows.version(missing)
                        .orElseThrow(
                                () -> Problem.notFound("version_not_found", "There is no version " + missing + "."))
                        .plan());
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
