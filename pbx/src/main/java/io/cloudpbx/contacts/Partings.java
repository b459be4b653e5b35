package io.cloudpbx.contacts;

import io.cloudpbx.contacts.flow.Choice;
import io.cloudpbx.contacts.flow.Merging;
import io.cloudpbx.contacts.store.ContactRows;
import io.cloudpbx.contacts.store.LedgerRows;
import io.cloudpbx.contacts.store.MergeRows;
import io.cloudpbx.contacts.store.OptOutRows;
import io.cloudpbx.problems.Problem;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a contact ceases to be: by becoming part of another, or by being forgotten. Neither can be undone. */
@Service
public class Partings {
    private final ContactRows rows;
    private final MergeRows merges;
    private final OptOutRows optOuts;
    private final LedgerRows ledger;
    private final ApplicationEventPublisher events;

    Partings(
            ContactRows rows,
            MergeRows merges,
            OptOutRows optOuts,
            LedgerRows ledger,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.merges = merges;
        this.optOuts = optOuts;
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * Makes one contact of two; asked for again, it says the same without doing anything. Consent and opt-outs belong to
     * numbers, so that they come along as they are.
     *
     * @param choices by part, as {@link Merging} names them
     * @return the contact that stays, which is another one when the kept was itself merged before
     * @throws Problem {@code contact_not_found}, {@code same_contact}, or {@code too_many_numbers}, {@code too_long} for
     *     what together would be too much
     */
    @Transactional
    public UUID merge(UUID keptId, UUID goneId, Map<String, Choice> choices) {
        if (keptId.equals(goneId)) {
            throw Problem.invalid("with", "same_contact", "is the contact itself; choose another one");
        }
        merges.lock(keptId, goneId);
        UUID stays = today(keptId);
        UUID goes = today(goneId);
        if (!stays.equals(goes)) {
            unite(stays, goes, choices);
        }
        return stays;
    }

    private UUID today(UUID id) {
        return rows.mergedInto(id).orElse(id);
    }

    private void unite(UUID keptId, UUID goneId, Map<String, Choice> choices) {
        merges.lock(keptId, goneId);
        Contact kept = rows.find(keptId).orElseThrow(Contacts::notFound);
        Contact gone = rows.find(goneId).orElseThrow(Contacts::notFound);
        var merged = bounded(Merging.merge(kept.details(), gone.details(), choices));
        events.publishEvent(new ContactsMerged(keptId, goneId));
        merges.handOver(goneId, keptId);
        rows.delete(goneId);
        rows.update(keptId, merged, SearchText.of(merged), kept.version());
        rows.replaceNumbers(keptId, merged.numbers());
        rows.replaceFields(keptId, merged.fields());
        events.publishEvent(new ContactChanged(goneId));
        events.publishEvent(new ContactChanged(keptId));
    }

    private static ContactDetails bounded(ContactDetails merged) {
        if (merged.numbers().size() > Limits.NUMBERS) {
            throw Problem.invalid(
                    "with",
                    "too_many_numbers",
                    "has so many numbers that both together have more than " + Limits.NUMBERS);
        }
        if (merged.notes().length() > Limits.NOTES) {
            throw Problem.invalid(
                    "choices.notes",
                    "too_long",
                    "must be chosen: both together are longer than %,d characters".formatted(Limits.NOTES));
        }
        return merged;
    }

    /**
     * Deletes a person (C39). That their numbers opted out stays, under a hash; so does what the ledger must prove, without
     * anything that says whom it was about.
     *
     * @throws Problem {@code contact_not_found}
     */
    @Transactional
    public void delete(UUID id) {
        Contact contact = rows.find(id).orElseThrow(Contacts::notFound);
        events.publishEvent(new ContactDeleted(id, contact.numbers()));
        contact.numbers().forEach(optOuts::forget);
        contact.numbers().forEach(ledger::forget);
        rows.delete(id);
        events.publishEvent(new ContactChanged(id));
    }
}
