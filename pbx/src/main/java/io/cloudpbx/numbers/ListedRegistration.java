package io.cloudpbx.numbers;

import java.time.Instant;

/**
 * Whether networks take a number's texts, as the carrier lists it.
 *
 * @param detail why it was refused, in the carrier's words; empty otherwise
 */
public record ListedRegistration(Status status, String detail, Instant checkedAt) {
    /** How far it has come. */
    public enum Status {
        APPROVED,
        PENDING,
        REJECTED,
        SUSPENDED,
        /** The carrier lists none, which need not mean that it takes no texts. */
        NONE
    }
}
