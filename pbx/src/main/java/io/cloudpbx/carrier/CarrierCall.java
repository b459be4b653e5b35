package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CallStatus;
import io.cloudpbx.telephony.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A call as the carrier knows it.
 *
 * @param status null for a status of the future
 * @param from null when the caller is withheld
 * @param to null when no phone number was called
 */
public record CarrierCall(
        @Nullable CallStatus status,
        @Nullable PhoneNumber from,
        @Nullable PhoneNumber to) {}
