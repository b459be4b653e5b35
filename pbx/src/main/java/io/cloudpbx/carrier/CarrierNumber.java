package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;

/**
 * A number our account owns.
 *
 * @param deviations what keeps it from sending all its calls and texts to us as we would have it
 * @param sendsPictures whether it can send MMS
 */
public record CarrierNumber(
        CarrierId id, PhoneNumber number, String label, List<Deviation> deviations, boolean sendsPictures) {
    public boolean pointsAtUs() {
        return deviations.isEmpty();
    }
}
