package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import java.util.List;

/**
 * Recordings that documents begin and that run beside them ({@code twilio.md} section 12). They are never begun here: a request without
 * an answer may have been executed, and a second one would make a second recording.
 *
 * <p>Every method throws {@link CarrierFailure}, and none may be called inside a transaction.
 */
public interface CarrierRecordings {
    /** Ends one; one that has ended, or never was, counts as ended. */
    void stop(CarrierId call, CarrierId recording);

    /** Those of a call, oldest first, without the messages that callers left; none for a call that the carrier does not know. */
    List<CallRecording> of(CarrierId call);
}
