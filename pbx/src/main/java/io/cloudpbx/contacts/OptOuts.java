package io.cloudpbx.contacts;

import io.cloudpbx.access.AuditLog;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.contacts.Consent.Act;
import io.cloudpbx.contacts.store.OptOutRows;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is not to be texted. This table is the authority, whatever the carrier knows (C1); the key is the number, so that it
 * outlives contacts that are merged or deleted. Everything happens in the caller's transaction (C3).
 */
@Service
public class OptOuts {
    private final OptOutRows rows;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    OptOuts(OptOutRows rows, Ledger ledger, AuditLog audit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
    }

    public Optional<OptOut> of(PhoneNumber number) {
        return rows.find(number);
    }

    /** Those of several numbers that are opted out. */
    public Map<PhoneNumber, OptOut> among(Collection<PhoneNumber> numbers) {
        return numbers.isEmpty() ? Map.of() : rows.among(numbers);
    }

    /** Those of several numbers for which marketing is paused. */
    public Set<PhoneNumber> pausedAmong(Collection<PhoneNumber> numbers) {
        return numbers.isEmpty() ? Set.of() : rows.pausedAmong(numbers);
    }

    /** The same, with why. */
    public Map<PhoneNumber, Pause> pausesAmong(Collection<PhoneNumber> numbers) {
        return numbers.isEmpty() ? Map.of() : rows.pausesAmong(numbers);
    }

    /** Those whose number is still known, newest first, after the cursor. */
    public List<OptOutRows.Listed> newest(@Nullable Cursor after, int limit) {
        return rows.newest(after, limit);
    }

    /** Whether this is new; the ledger keeps it either way. */
    @Transactional
    public boolean optOut(PhoneNumber number, Evidence evidence) {
        boolean isNew = rows.insert(number, evidence);
        ledger.append(number, Act.OPTED_OUT, null, evidence);
        if (isNew) {
            events.publishEvent(new OptOutChanged(number, true));
        }
        return isNew;
    }

    /**
     * Opens the number again at its holder's own wish, which also ends a pause. Only what had been consented before holds
     * again (C6): this grants nothing.
     *
     * @return whether it was opted out; the ledger keeps the words either way
     */
    @Transactional
    public boolean optIn(PhoneNumber number, Evidence evidence) {
        boolean wasOut = rows.delete(number);
        rows.resume(number);
        ledger.append(number, Act.OPTED_IN, null, evidence);
        if (wasOut) {
            events.publishEvent(new OptOutChanged(number, false));
        }
        return wasOut;
    }

    /**
     * Takes back one opt-out that was a mistake (C8).
     *
     * @param reason kept in the ledger and in the audit log
     * @param address where the request came from
     * @throws Problem {@code not_opted_out}
     */
    @Transactional
    public void undo(PhoneNumber number, String reason, SignedIn who, String address) {
        if (!rows.delete(number)) {
            throw Problem.notFound("not_opted_out", number.display() + " is not opted out.");
        }
        var evidence = new Evidence(Source.PERSON, reason, null, who.name());
        var entry = ledger.append(number, Act.UNDONE, null, evidence);
        // By the ledger's id, not by the number: the audit log forgets nobody.
        audit.record(who, address, "opt_out_undone", entry.toString(), reason);
        events.publishEvent(new OptOutChanged(number, false));
    }

    /** Doubtful words stop marketing at once; ordinary conversation goes on (C2). */
    @Transactional
    public void pauseMarketing(PhoneNumber number, Evidence evidence) {
        rows.pause(number, evidence);
        ledger.append(number, Act.PAUSED, Category.MARKETING, evidence);
    }

    /** A person looked at the words and they were no opt-out. Whether there was a pause. */
    @Transactional
    public boolean resumeMarketing(PhoneNumber number, Evidence evidence) {
        boolean wasPaused = rows.resume(number);
        if (wasPaused) {
            ledger.append(number, Act.RESUMED, Category.MARKETING, evidence);
        }
        return wasPaused;
    }

    public Optional<Pause> pauseOf(PhoneNumber number) {
        return rows.pauseOf(number);
    }
}
