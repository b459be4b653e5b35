package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;

/**
 * What the carrier keeps of people, and how it is made to forget it, over its REST API ({@code twilio.md} section 12). What is not
 * there any more counts as forgotten, so each may be asked for again.
 *
 * <p>Every method throws {@link CarrierFailure}, and none may be called inside a transaction.
 */
public interface CarrierMemory {
    /** Empties a text of its words. That it was sent, to whom and when stays there; one that is on its way is refused. */
    void redact(CarrierId text);

    /** Deletes everything that is attached to a text. */
    void deleteMedia(CarrierId text);

    void deleteRecording(CarrierId recording);

    /** Deletes what is listed of a call, and nothing of its legs; one that lasts is refused. */
    void deleteCall(CarrierId call);
}
