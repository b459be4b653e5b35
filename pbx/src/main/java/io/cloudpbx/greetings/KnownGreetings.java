package io.cloudpbx.greetings;

import io.cloudpbx.callflow.Node;
import io.cloudpbx.callflow.Plan;
import io.cloudpbx.callflow.PlanCheck;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets no plan lead calls that names a sound which is not there. */
@Component
@Order(0)
class KnownGreetings implements PlanCheck {
    private final Greetings greetings;

    KnownGreetings(Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public List<FieldProblem> problems(Plan plan) {
        var problems = new ArrayList<FieldProblem>();
        plan.nodes().forEach((key, node) -> {
            if (node instanceof Node.Menu menu) {
                look("/nodes/" + key + "/greetingSound", menu.greetingSound(), problems);
                look("/nodes/" + key + "/choicesSound", menu.choicesSound(), problems);
            }
        });
        return problems;
    }

    private void look(String at, @Nullable String name, List<FieldProblem> problems) {
        if (name != null && greetings.url(name).isEmpty()) {
            problems.add(new FieldProblem(at, "no_such_sound", "names a sound that is not there: add it again"));
        }
    }
}
