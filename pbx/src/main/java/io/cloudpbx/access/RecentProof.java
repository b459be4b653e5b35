package io.cloudpbx.access;

import io.cloudpbx.problems.Problem;

/** For what is an act of consequence only as it is asked for: the address alone does not tell. */
public interface RecentProof {
    /**
     * That whoever's request is being answered proved lately who they are (S6); of a program nothing is asked.
     *
     * @throws Problem {@code step_up_required}
     */
    void require();
}
