package io.cloudpbx.review;

import io.cloudpbx.jobs.Jobs;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.receptionist.Briefings;
import io.cloudpbx.receptionist.Minds;
import io.cloudpbx.review.Plan.Mind;
import io.cloudpbx.review.Plan.Told;
import io.cloudpbx.review.Run.Counts;
import io.cloudpbx.review.store.RunRows;
import io.cloudpbx.review.store.RunTurnRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins runs, once what they may cost was seen, and shows what came of them. */
@Service
public class Runs {
    static final int MOST_TURNS = 500;
    private static final int MOST_LISTED = 50;

    private final Material material;
    private final Estimates estimates;
    private final RunRows rows;
    private final RunTurnRows turns;
    private final Briefings briefings;
    private final Minds minds;
    private final Jobs jobs;
    private final Clock clock;

    Runs(
            Material material,
            Estimates estimates,
            RunRows rows,
            RunTurnRows turns,
            Briefings briefings,
            Minds minds,
            Jobs jobs,
            Clock clock) {
        this.material = material;
        this.estimates = estimates;
        this.rows = rows;
        this.turns = turns;
        this.briefings = briefings;
        this.minds = minds;
        this.jobs = jobs;
        this.clock = clock;
    }

    public Estimate estimate(Plan plan) {
        requireModel(plan);
        return estimates.of(plan, material.turns(plan, MOST_TURNS));
    }

    private void requireModel(Plan plan) {
        if (plan.mind() == Mind.CLAUDE && !minds.areModelsThere()) {
            throw Problem.conflict(
                    "no_model", "Claude cannot be asked: there is no key for it, or it does not answer.");
        }
    }

    /**
     * Begins it, as work that survives a restart.
     *
     * @param seen the questions that it was said to ask; more of them have to be seen first
     * @throws Problem {@code cost_changed}, {@code nothing_to_run}, {@code no_model}
     */
    @Transactional
    public Run start(Plan plan, int seen, String by) {
        requireModel(plan);
        var wanted = material.turns(plan, MOST_TURNS);
        var estimate = estimates.of(plan, wanted);
        if (wanted.isEmpty()) {
            throw Problem.conflict("nothing_to_run", "There is nothing of the kind to put to a mind.");
        }
        if (estimate.questions() > seen) {
            throw Problem.conflict("cost_changed", "It would ask more than was said. Look at the cost again.")
                    .with("estimate", estimate);
        }
        var run = new Run(
                UUID.randomUUID(),
                plan,
                plan.briefing() == Told.DRAFT ? briefings.draft().text() : null,
                clock.instant(),
                by,
                null,
                false,
                estimate.dollars(),
                new Counts(wanted.size(), 0, 0, 0, 0, BigDecimal.ZERO));
        rows.insert(run);
        wanted.forEach(turn -> turns.insert(run.id(), turn));
        jobs.soon(RunJob.KIND, run.id().toString());
        return run;
    }

    /** Newest first. */
    public List<Run> newest() {
        return rows.newest(MOST_LISTED);
    }

    /** @throws Problem {@code run_not_found} */
    public Run require(UUID id) {
        return rows.find(id).orElseThrow(() -> Problem.notFound("run_not_found", "There is no such run."));
    }

    /** A turn, with what the caller said in it; null when the words are there no more. */
    public record Shown(RunTurn turn, @Nullable String words) {}

    public List<Shown> turnsOf(UUID id) {
        var all = turns.of(require(id).id());
        var words = material.wordsIn(all);
        return all.stream().map(turn -> new Shown(turn, words.get(turn.n()))).toList();
    }

    /** Each test that was run, as it ended last. */
    public List<RunTurn> lastOfTests() {
        return turns.lastOfTests();
    }

    /** What is being asked about is still answered. */
    @Transactional
    public Run stop(UUID id) {
        require(id);
        rows.stopped(id);
        jobs.soon(RunJob.KIND, id.toString());
        return require(id);
    }

    @Transactional
    public void delete(UUID id) {
        require(id);
        jobs.cancel(RunJob.KIND, id.toString());
        rows.delete(id);
    }
}
