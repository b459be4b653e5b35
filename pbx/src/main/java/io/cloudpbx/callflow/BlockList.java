package io.cloudpbx.callflow;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who calls in vain. It is a part of the plan that changes by itself, at once and without the rest of the draft. */
@Service
public class BlockList {
    private final Plans plans;
    private final Publishing publishing;

    BlockList(Plans plans, Publishing publishing) {
        this.plans = plans;
        this.publishing = publishing;
    }

    /** In order. */
    public List<PhoneNumber> numbers() {
        return published().stream().sorted().toList();
    }

    private Set<PhoneNumber> published() {
        return plans.version(plans.current()).callers().blocked();
    }

    /**
     * Has callers of this number hear a goodbye from now on.
     *
     * @throws Problem {@code block_list_full}
     */
    @Transactional
    public void block(PhoneNumber number, String by) {
        if (!published().contains(number)) {
            publishing.amend(
                    plan -> plan.with(withRoom(plan.callers(), number).with(number)),
                    "Blocked " + number.display(),
                    by);
        }
    }

    /** Asked of the draft as well, and of what others have published by now: a longer list could not be read any more. */
    private static Callers withRoom(Callers callers, PhoneNumber number) {
        if (callers.blocked().size() >= Callers.MOST_BLOCKED
                && !callers.blocked().contains(number)) {
            throw Problem.conflict(
                    "block_list_full",
                    "%,d numbers are blocked, which is the most there can be. Unblock some in the call flow first."
                            .formatted(Callers.MOST_BLOCKED));
        }
        return callers;
    }

    /** Lets them call again. */
    @Transactional
    public void unblock(PhoneNumber number, String by) {
        if (published().contains(number)) {
            publishing.amend(plan -> plan.with(plan.callers().without(number)), "Unblocked " + number.display(), by);
        }
    }
}
