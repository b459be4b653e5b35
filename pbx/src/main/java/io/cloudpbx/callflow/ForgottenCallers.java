package io.cloudpbx.callflow;

import io.cloudpbx.callflow.store.PlanRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who are to be forgotten (C39) leave all plans, past ones and the draft too, as the VIPs that they were. Whom the company shuts out at
 * that moment stays shut out, by their number alone: else it would be enough to be forgotten to be let in again.
 */
@Service
public class ForgottenCallers {
    private final Plans plans;
    private final PlanRows rows;
    private final Publishing publishing;

    ForgottenCallers(Plans plans, PlanRows rows, Publishing publishing) {
        this.plans = plans;
        this.rows = rows;
        this.publishing = publishing;
    }

    /** @return whether one of them stays blocked */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean forget(Collection<PhoneNumber> numbers) {
        Plan leading = plans.version(plans.current());
        Set<PhoneNumber> keptOut =
                leading.callers().blocked().stream().filter(numbers::contains).collect(Collectors.toSet());
        UnaryOperator<Plan> change = plan -> plan.with(plan.callers().forgetting(numbers, keptOut));
        publishing.letGo(change);
        rows.naming(numbers).forEach(version -> rows.rewrite(version.number(), change.apply(version.plan())));
        rows.forgetInNotes(numbers);
        return !keptOut.isEmpty();
    }
}
