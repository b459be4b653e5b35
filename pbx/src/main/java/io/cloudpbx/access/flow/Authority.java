package io.cloudpbx.access.flow;

import io.cloudpbx.access.Role;

/**
 * What one person may do to another's right to be here: nothing to somebody of a higher role, nothing that gives more than
 * one has, and nothing that leaves the company without an owner.
 *
 * @param actor the role of who does it
 * @param owners how many owners may sign in at this moment
 */
public record Authority(Role actor, int owners) {
    /** What comes of it. */
    public enum Verdict {
        ALLOWED,
        /** Only somebody of a higher role may. */
        BEYOND_OWN_ROLE,
        /** Nobody would be left who may do everything. */
        LAST_OWNER,
        /** Whoever does this to themselves cannot take it back. */
        ONESELF
    }

    public Verdict give(Role role) {
        return actor.covers(role) ? Verdict.ALLOWED : Verdict.BEYOND_OWN_ROLE;
    }

    /** Anything that leaves the role as it is: a new link, the end of a session, the loss of a second factor. */
    public Verdict touch(Role subject) {
        return give(subject);
    }

    public Verdict change(Role from, Role to) {
        if (!actor.covers(from) || !actor.covers(to)) {
            return Verdict.BEYOND_OWN_ROLE;
        }
        return to == Role.OWNER ? Verdict.ALLOWED : withoutOne(from);
    }

    public Verdict deactivate(Role subject, boolean oneself) {
        if (!actor.covers(subject)) {
            return Verdict.BEYOND_OWN_ROLE;
        }
        Verdict verdict = withoutOne(subject);
        return oneself && verdict == Verdict.ALLOWED ? Verdict.ONESELF : verdict;
    }

    private Verdict withoutOne(Role subject) {
        return subject == Role.OWNER && owners <= 1 ? Verdict.LAST_OWNER : Verdict.ALLOWED;
    }
}
