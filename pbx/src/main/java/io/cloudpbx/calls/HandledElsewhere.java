package io.cloudpbx.calls;

import io.cloudpbx.access.SignedIn;
import java.util.UUID;

/** What can be done with calls that another capability keeps, while they last. */
public interface HandledElsewhere {
    /** Whether it is one of those, and not led like one that came in. */
    boolean keeps(UUID call);

    /**
     * Puts whoever is on the other side on hold, and lets them come back.
     *
     * @param hold whether they are to wait, or to come back
     * @return false for a call that it does not keep
     */
    boolean hold(UUID call, boolean hold, SignedIn who, String address);

    /** Ends it for everybody in it. @return false for a call that it does not keep */
    boolean hangUp(UUID call, SignedIn who, String address);

    /**
     * Leaves whoever was called to be led like a caller, for whatever else is wanted of the call; nothing for one that it does not keep.
     * Joins the caller's transaction.
     */
    void handOver(UUID call);
}
