package io.cloudpbx.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a number stands: may it be texted, what was consented to, and everything that led there.
 *
 * @param ledger newest first
 */
public record Standing(
        String number,
        String display,
        @Nullable Since optedOut,
        @Nullable Since marketingPaused,
        @Nullable UUID marketingConsent,
        @Nullable UUID informationalConsent,
        List<Entry> ledger) {

    /** Since when, and by which words. */
    public record Since(Instant since, String source, String quote) {}

    /** An entry of the ledger, in words. */
    public record Entry(
            UUID id,
            String act,
            @Nullable String category,
            Instant recordedAt,
            Instant at,
            String source,
            String quote,
            @Nullable String reference,
            @Nullable String actor,
            Proof proof) {
        static Entry of(Consent entry) {
            var category = Optional.ofNullable(entry.category()).map(Standing::word);
            return new Entry(
                    entry.id(),
                    word(entry.act()),
                    category.orElse(null),
                    entry.recordedAt(),
                    entry.at(),
                    word(entry.evidence().source()),
                    entry.evidence().quote(),
                    entry.evidence().reference(),
                    entry.evidence().actor(),
                    entry.proof());
        }
    }

    /** As the API spells it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
