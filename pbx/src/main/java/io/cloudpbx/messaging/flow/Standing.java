package io.cloudpbx.messaging.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the recipient has said and what is known of them.
 *
 * @param optedOut null when they have not
 * @param marketingPausedSince since when doubt keeps marketing away (C2); null when there is none
 * @param informational live consent to be told things, null for none
 * @param marketing live consent to be sold things, null for none
 * @param wroteAt when they last texted us
 * @param calledAt when they last called us
 * @param unreachable why texts to them cannot arrive, as receipts have taught; null when nothing is known
 */
public record Standing(
        @Nullable OptedOut optedOut,
        @Nullable Instant marketingPausedSince,
        @Nullable Consent informational,
        @Nullable Consent marketing,
        @Nullable Instant wroteAt,
        @Nullable Instant calledAt,
        @Nullable String unreachable) {

    /** @param quote the words that did it, perhaps none */
    public record OptedOut(Instant since, Source source, String quote) {}

    /** How an opt-out came to us. */
    public enum Source {
        KEYWORD,
        PHRASE,
        ASSISTANT,
        PERSON,
        CARRIER,
        VOICE,
        IMPORT
    }

    /**
     * A consent that has not been revoked (C22).
     *
     * @param id of the entry in the ledger
     * @param written whether it was given in writing, a ticked box or a keyword included
     */
    public record Consent(String id, boolean written, Instant since) {}
}
