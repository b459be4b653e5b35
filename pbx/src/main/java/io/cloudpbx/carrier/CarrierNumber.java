package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;
import io.cloudpbx.telephony.PhoneNumber;

/** A number our account owns. {@code pointsAtUs} tells whether all its webhooks are the ones we would set. */
public record CarrierNumber(CarrierId id, PhoneNumber number, String label, boolean pointsAtUs) {}
