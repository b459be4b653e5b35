package io.cloudpbx.calls;

import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * The carrier asking what to do in a call.
 *
 * @param request the path it asked, which names the place in the flow: asked again, it is answered the same again (R5)
 */
public record CallWebhook(
        String request,
        CarrierId call,
        @Nullable PhoneNumber from,
        @Nullable PhoneNumber to,
        CallStatus status) {
    /** Nobody hears the answer any more. */
    public boolean callerIsGone() {
        return status.isOver();
    }
}
