package io.cloudpbx.review;

import io.cloudpbx.jobs.Job;
import io.cloudpbx.jobs.Outcome;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Gist;
import io.cloudpbx.receptionist.Minds;
import io.cloudpbx.review.Plan.Mind;
import io.cloudpbx.review.RunTurn.Now;
import io.cloudpbx.review.flow.Expectation;
import io.cloudpbx.review.store.RunRows;
import io.cloudpbx.review.store.RunTurnRows;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Carries out a run: turns that rules decide one after the other, and at most one question to a model a second, so that callers
 * come first. Each question is sent once: which was under way when the program died stays unanswered.
 */
@Component
class RunJob implements Job {
    static final String KIND = "review.run";
    private static final Duration PACE = Duration.ofSeconds(1);

    private final RunRows runs;
    private final RunTurnRows turns;
    private final Material material;
    private final Minds minds;
    private final Clock clock;

    RunJob(RunRows runs, RunTurnRows turns, Material material, Minds minds, Clock clock) {
        this.runs = runs;
        this.turns = turns;
        this.material = material;
        this.minds = minds;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(String key, int attempt) {
        UUID id = UUID.fromString(key);
        turns.lose(id);
        Optional<Run> run = runs.find(id).filter(found -> found.finishedAt() == null);
        while (run.isPresent() && !run.get().stopped()) {
            Optional<RunTurn> turn = turns.claim(id);
            if (turn.isEmpty()) {
                break;
            }
            if (decide(run.get(), turn.get())) {
                return new Outcome.Again(PACE);
            }
            run = runs.find(id);
        }
        runs.finished(id, clock.instant());
        return new Outcome.Done();
    }

    /** Whether a model was asked. */
    private boolean decide(Run run, RunTurn turn) {
        var said = material.of(turn, run.plan().briefing(), run.draft());
        if (said.isEmpty()) {
            turns.gone(run.id(), turn.n());
            return false;
        }
        var mind = run.plan().mind() == Mind.OFFLINE
                ? minds.withoutModel()
                : minds.withModel(run.plan().model());
        Decided decided = mind.decide(said.get());
        turns.done(run.id(), turn.n(), now(turn, decided));
        return decided.consulted() != null;
    }

    private static Now now(RunTurn turn, Decided decided) {
        Gist gist = Gist.of(decided.decision());
        var asking = decided.consulted();
        return new Now(
                gist,
                isSame(turn, gist),
                decided.mind(),
                decided.model(),
                decided.why(),
                asking == null ? null : asking.fellBack(),
                decided.dollars(),
                decided.took().toMillis());
    }

    private static boolean isSame(RunTurn turn, Gist now) {
        return turn.testId() == null
                ? turn.then().equals(now)
                : new Expectation(
                                turn.then().kind(),
                                turn.then().targets().stream().findFirst().orElse(null))
                        .isMetBy(now);
    }
}
