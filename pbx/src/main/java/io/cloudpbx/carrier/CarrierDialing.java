package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;

/**
 * Calls that we have the carrier place, each request sent exactly once (R7).
 *
 * <p>Every method throws {@link CarrierFailure}, and none may be called inside a transaction.
 */
public interface CarrierDialing {
    /** Rings a phone. Asked twice, it rings twice: there is no key by which the carrier would notice. */
    CarrierId place(CallOrder order);

    /** Calls that we had placed from one number to another, newest first, bounded to 50. */
    List<PlacedCall> placedBetween(PhoneNumber from, PhoneNumber to);
}
