package io.cloudpbx.calls;

import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.PlanCheck;
import io.cloudpbx.calls.SituationLoader.Caller;
import io.cloudpbx.calls.flow.CallSituation;
import io.cloudpbx.calls.flow.Ending;
import io.cloudpbx.calls.flow.Imagined;
import io.cloudpbx.calls.routing.Scenario;
import io.cloudpbx.calls.store.ScenarioRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls of which somebody has said where they must end: no plan is published by which one would not. */
@Service
public class Scenarios implements PlanCheck {
    private static final int MOST = 200;

    private final ScenarioRows rows;
    private final SituationLoader situations;
    private final Settings settings;
    private final Clock clock;

    Scenarios(ScenarioRows rows, SituationLoader situations, Settings settings, Clock clock) {
        this.rows = rows;
        this.situations = situations;
        this.settings = settings;
        this.clock = clock;
    }

    public List<Scenario> all() {
        return rows.all();
    }

    /** @throws Problem {@code scenario_taken} when another one is called so, {@code too_many_scenarios} when there are enough */
    @Transactional
    public void add(Scenario scenario, String by) {
        if (rows.all().size() >= MOST) {
            throw Problem.conflict(
                    "too_many_scenarios", "There are " + MOST + " scenarios already; delete some first.");
        }
        try {
            rows.insert(scenario, by, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("scenario_taken", "name", "Another scenario is called so.");
        }
    }

    /** @throws Problem {@code scenario_not_found} */
    @Transactional
    public void delete(UUID id) {
        if (!rows.delete(id)) {
            throw Problem.notFound("scenario_not_found", "There is no such scenario.");
        }
    }

    @Override
    public List<FieldProblem> problems(Plan plan) {
        var saved = rows.all();
        if (saved.isEmpty()) {
            return List.of();
        }
        var led = situations.imagining(plan, settings.current());
        return saved.stream()
                .flatMap(scenario -> problem(scenario, led).stream())
                .toList();
    }

    private static Optional<FieldProblem> problem(Scenario scenario, Function<Caller, CallSituation> led) {
        var caller = new Caller(scenario.from(), scenario.to(), scenario.at());
        Ending end = Imagined.endOf(led.apply(caller), scenario.keys());
        return end.place().equals(scenario.ends())
                ? Optional.empty()
                : Optional.of(new FieldProblem(
                        "/scenarios/" + scenario.id(),
                        "scenario_failed",
                        "\"" + scenario.name() + "\" would end elsewhere: " + end.says()));
    }
}
