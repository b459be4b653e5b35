package io.cloudpbx.calls;

import io.cloudpbx.access.SignedIn;
import java.util.UUID;

/** Puts whoever is on the other side of a call on hold, and lets them come back, where another capability keeps the call. */
public interface HeldElsewhere {
    /**
     * @param hold whether they are to wait, or to come back
     * @return false for a call that it does not keep
     */
    boolean act(UUID call, boolean hold, SignedIn who, String address);
}
