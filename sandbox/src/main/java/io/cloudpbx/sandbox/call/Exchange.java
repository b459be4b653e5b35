package io.cloudpbx.sandbox.call;

import io.cloudpbx.sandbox.state.Account;
import io.cloudpbx.sandbox.state.Call;
import io.cloudpbx.sandbox.state.Recording;
import io.cloudpbx.sandbox.twiml.Verb;
import java.util.Optional;

/** Where calls are placed and changed; the REST API's way into the call engine. */
public interface Exchange {
    /**
     * Accepts the call and returns it as {@code queued}; everything else happens in its own time.
     *
     * @throws TooManyCalls when the account has as many at once as it may (10004)
     */
    Call place(Account account, CallOrder order);

    /**
     * Calls somebody into a conference, which begins with him when there is none of this name.
     *
     * @throws TooManyCalls when the account has as many at once as it may (10004)
     * @throws Conferences.NotPossible when he cannot take part so; nobody is called then
     */
    Participant invite(Account account, CallOrder order, Verb.Conference conference);

    Conferences conferences();

    Queues queues();

    /** Begins the call that verifies a caller id, and returns it as {@code queued}. */
    Call validate(Account account, ValidationOrder order);

    /**
     * Changes a live call.
     *
     * @throws CallNotInProgress when it has ended already, or is past the state the change asks for (21220)
     */
    Call change(Call call, CallChange change);

    /**
     * Starts recording a live call.
     *
     * @throws CallNotInProgress when it has not been answered, or has ended
     */
    Recording record(Call call, CallOrder.RecordingOrder order);

    /**
     * Changes a recording that runs.
     *
     * @param recordingSid its SID, or {@code Twilio.CURRENT}
     * @return empty when no such recording of the call is running
     */
    Optional<Recording> change(Call call, String recordingSid, RecordingChange change);

    /** The account has as many calls at once as it may. */
    final class TooManyCalls extends RuntimeException {
        TooManyCalls(String accountSid) {
            super("Call concurrency limit exceeded: " + accountSid);
        }
    }

    /** The call is not in a state in which it can be changed so. */
    final class CallNotInProgress extends RuntimeException {
        public CallNotInProgress(String callSid) {
            super("Call is not in-progress. Cannot redirect. " + callSid);
        }
    }
}
