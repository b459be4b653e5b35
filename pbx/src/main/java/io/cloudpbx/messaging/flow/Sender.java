package io.cloudpbx.messaging.flow;

import io.cloudpbx.telephony.PhoneNumber;

/**
 * The number a text would come from, as we know it (C28).
 *
 * @param ours whether we own it
 * @param ready false while it is being bought, set up or given back
 */
public record Sender(
        PhoneNumber number,
        boolean tollFree,
        boolean ours,
        boolean ready,
        Abilities abilities,
        Registration registration) {
    /** What the carrier says the number can do. */
    public record Abilities(boolean sms, boolean mms) {}

    /** How far its registration (10DLC campaign, toll-free verification) has come. */
    public enum Registration {
        APPROVED,
        /** Nobody says that it is, nor that it is not; receipts will. */
        UNKNOWN,
        PENDING,
        MISSING,
        REJECTED,
        SUSPENDED
    }
}
