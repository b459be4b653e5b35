package io.cloudpbx.carrier;

import io.cloudpbx.telephony.CarrierId;

/**
 * Whether networks take texts from a number of ours ({@code twilio.md} section 12): its toll-free verification, or the campaign
 * of the messaging service that it is in.
 *
 * @param detail why it was refused, in the carrier's words; empty otherwise
 */
public record CarrierRegistration(CarrierId number, Status status, String detail) {
    /** How far it has come. */
    public enum Status {
        APPROVED,
        /** Handed in and not decided. */
        PENDING,
        REJECTED,
        /** It was approved once. */
        SUSPENDED
    }
}
