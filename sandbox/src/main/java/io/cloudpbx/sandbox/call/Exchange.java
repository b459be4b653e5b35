package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;

/** Where calls are placed and changed; the REST API's way into the call engine. */
public interface Exchange {
    /** Accepts the call and returns it as {@code queued}; everything else happens in its own time. */
    Call place(Account account, CallOrder order);

    /**
     * Changes a live call.
     *
     * @throws CallNotInProgress when it has ended already, or is past the state the change asks for (21220)
     */
    Call change(Call call, CallChange change);

    /** The call is not in a state in which it can be changed so. */
    final class CallNotInProgress extends RuntimeException {
        public CallNotInProgress(String callSid) {
            super("Call is not in-progress. Cannot redirect. " + callSid);
        }
    }
}
