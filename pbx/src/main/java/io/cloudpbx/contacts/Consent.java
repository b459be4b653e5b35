package io.cloudpbx.contacts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the consent ledger (C22).
 *
 * @param category null when all were meant
 * @param recordedAt when we wrote it down
 * @param at when it was done; earlier than recorded for imports
 */
public record Consent(
        UUID id, Act act, @Nullable Category category, Instant recordedAt, Instant at, Evidence evidence, Proof proof) {

    /** What was done. */
    public enum Act {
        GRANTED,
        REVOKED,
        OPTED_OUT,
        OPTED_IN,
        PAUSED,
        RESUMED,
        /** A person of ours took back an opt-out that was a mistake. */
        UNDONE
    }
}
