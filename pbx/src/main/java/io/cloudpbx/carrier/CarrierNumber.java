package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;

/**
 * A number our account owns.
 *
 * @param pointsAtUs whether all its webhooks are the ones we would set
 * @param sendsPictures whether it can send MMS
 */
public record CarrierNumber(
        CarrierId id, PhoneNumber number, String label, boolean pointsAtUs, boolean sendsPictures) {}
