package io.cloudpbx.contacts;

import io.cloudpbx.contacts.flow.LedgerReading;
import io.cloudpbx.contacts.store.BulkRows;
import io.cloudpbx.contacts.store.ConsentTallyRows;
import io.cloudpbx.contacts.store.LedgerRows;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consent ledger: who consented to what, when and under which words (C22). */
@Service
public class Consents {
    private final LedgerRows rows;
    private final Ledger ledger;
    private final OptOuts optOuts;
    private final BulkRows bulk;
    private final ConsentTallyRows tally;
    private final Clock clock;

    Consents(LedgerRows rows, Ledger ledger, OptOuts optOuts, BulkRows bulk, ConsentTallyRows tally, Clock clock) {
        this.rows = rows;
        this.bulk = bulk;
        this.tally = tally;
        this.ledger = ledger;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    /** Everything about this number, newest first. */
    public List<Consent> history(PhoneNumber number) {
        return rows.of(number).reversed();
    }

    /** The consent by which this number may be texted now; none while it is opted out or, for marketing, paused. */
    public Optional<Consent> live(PhoneNumber number, Category category) {
        boolean paused =
                category == Category.MARKETING && optOuts.pauseOf(number).isPresent();
        return paused || optOuts.of(number).isPresent()
                ? Optional.empty()
                : LedgerReading.live(rows.of(number), category);
    }

    /**
     * The consents of several numbers, whether they are paused or not. One that is opted out has none left by its ledger; what
     * the carrier alone knows is asked elsewhere.
     */
    public Map<PhoneNumber, Consent> liveAmong(Collection<PhoneNumber> numbers, Category category) {
        Map<PhoneNumber, Consent> live = new HashMap<>();
        rows.among(numbers)
                .forEach((number, entries) ->
                        LedgerReading.live(entries, category).ifPresent(consent -> live.put(number, consent)));
        return live;
    }

    /** Consents by their ids, whether they still hold or not. */
    public Map<UUID, Consent> byIds(Collection<UUID> ids) {
        return rows.byIds(ids).stream().collect(Collectors.toMap(Consent::id, consent -> consent));
    }

    /** How many contacts agreed to what, counted now. */
    public ConsentTally tally() {
        return tally.count();
    }

    /** The same consent of several numbers, each in its own ledger. */
    @Transactional
    public void grantAll(List<PhoneNumber> numbers, ConsentGiven consent) {
        bulk.grant(numbers, consent);
    }

    /** Whether they agreed to this and did not take it back, be it paused now or not. */
    boolean holds(PhoneNumber number, Category category) {
        return LedgerReading.live(rows.of(number), category).isPresent();
    }

    /**
     * Puts a consent into the ledger.
     *
     * @return its id there, which a message sent by it keeps (C24)
     * @throws Problem {@code in_the_future} for {@code at}
     */
    @Transactional
    public UUID grant(ConsentGiven given) {
        if (given.at().isAfter(clock.instant())) {
            throw Problem.invalid("at", "in_the_future", "is in the future");
        }
        return ledger.append(given);
    }

    /** Ends consent of this category from now on. */
    @Transactional
    public void revoke(PhoneNumber number, Category category, Evidence evidence) {
        ledger.append(number, Consent.Act.REVOKED, category, evidence);
    }
}
