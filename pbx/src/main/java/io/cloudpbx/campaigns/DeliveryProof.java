package io.cloudpbx.campaigns;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a text left, for whoever asks (C24).
 *
 * @param lookedAt when all of it was looked at
 * @param consentId in the ledger; null where none was needed
 * @param checks the codes of all that was looked at, and passed
 */
public record DeliveryProof(
        Instant lookedAt,
        String optOuts,
        String consent,
        @Nullable String consentId,
        String hours,
        List<String> checks) {}
