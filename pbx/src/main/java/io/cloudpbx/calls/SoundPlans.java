package io.cloudpbx.calls;

import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.PlanCheck;
import io.cloudpbx.callflow.flow.Soundness;
import io.cloudpbx.callflow.flow.Surroundings;
import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.Extensions;
import io.cloudpbx.numbers.Numbers;
import io.cloudpbx.problems.Problem.FieldProblem;
import io.cloudpbx.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks plans against who and what is there now, before any scenario is tried. */
@Component
@Order(0)
class SoundPlans implements PlanCheck {
    private final Extensions extensions;
    private final Numbers numbers;
    private final Settings settings;
    private final Clock clock;

    SoundPlans(Extensions extensions, Numbers numbers, Settings settings, Clock clock) {
        this.extensions = extensions;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<FieldProblem> problems(Plan plan) {
        var inUse = extensions.active().stream().map(Extension::ext).collect(Collectors.toSet());
        var ours = numbers.among(plan.namedNumbers());
        var company = settings.current();
        return Soundness.problems(
                plan,
                new Surroundings(inUse, ours, company.destinations(), company.operatorExtension(), clock.instant()));
    }
}
