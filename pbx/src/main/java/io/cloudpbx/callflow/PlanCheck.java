package io.cloudpbx.callflow;

import io.cloudpbx.problems.Problem.FieldProblem;
import java.util.List;

/** Says what speaks against leading calls by a plan. Who leads them knows the plan; we need not know them. */
public interface PlanCheck {
    /** @return nothing when nothing does */
    List<FieldProblem> problems(Plan plan);
}
