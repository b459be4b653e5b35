package io.cloudpbx.carrier;

/** Whether the carrier knows where somebody is who calls 911 from a number (C35). */
public enum EmergencyAddress {
    NONE,
    /** Handed in, and on its way to the registry. */
    PENDING,
    REGISTERED,
    /** The registry does not take it. */
    REFUSED
}
