package io.cloudpbx.numbers;

import java.util.Set;

/**
 * The life of a number of ours, in one place:
 *
 * <pre>
 * SEARCHING ─ candidate held ─→ BUYING ─ bought or found ours ─→ CHECKING ─ webhooks right ─→ READY
 *     ↑            └─ gone ──────┘                                                   (watched, set right again)
 *     └─ again ── FAILED ←── none left, refused
 * any of the first four, FAILED aside ── no longer wanted ─→ RELEASING ─→ RELEASED
 * </pre>
 */
public enum NumberState {
    SEARCHING,
    BUYING,
    CHECKING,
    READY,
    FAILED,
    RELEASING,
    RELEASED;

    /** Whether work remains to be done by itself. */
    public boolean isUnderWay() {
        return Set.of(SEARCHING, BUYING, CHECKING, RELEASING).contains(this);
    }
}
