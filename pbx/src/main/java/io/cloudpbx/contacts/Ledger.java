package io.cloudpbx.contacts;

import io.cloudpbx.contacts.store.LedgerRows;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what just happened. */
@Component
class Ledger {
    private final LedgerRows rows;
    private final Clock clock;

    Ledger(LedgerRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    UUID append(PhoneNumber number, Consent.Act act, @Nullable Category category, Evidence evidence) {
        var now = clock.instant();
        var entry = new Consent(UUID.randomUUID(), act, category, now, now, evidence, Proof.NONE);
        rows.append(number, entry);
        return entry.id();
    }

    UUID append(ConsentGiven given) {
        var entry = new Consent(
                UUID.randomUUID(),
                Consent.Act.GRANTED,
                given.category(),
                clock.instant(),
                given.at(),
                given.evidence(),
                given.proof());
        rows.append(given.number(), entry);
        return entry.id();
    }
}
