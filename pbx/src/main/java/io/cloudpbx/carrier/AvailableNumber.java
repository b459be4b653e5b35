package io.cloudpbx.carrier;

import io.cloudpbx.telephony.PhoneNumber;

/** A number on offer; locality and region are empty where the carrier does not tell. */
public record AvailableNumber(PhoneNumber number, String locality, String region) {}
