package io.cloudpbx.contacts;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What colleagues write down about somebody's consent. It is only ever added to the ledger; what would not count there is
 * refused, so that nobody believes to have a consent that holds nothing.
 */
@Service
public class ContactConsents {
    private static final String SPOKEN = "verbal";

    private final Contacts contacts;
    private final Consents consents;
    private final OptOuts optOuts;

    ContactConsents(Contacts contacts, Consents consents, OptOuts optOuts) {
        this.contacts = contacts;
        this.consents = consents;
        this.optOuts = optOuts;
    }

    /**
     * They agreed.
     *
     * @return its id in the ledger
     * @throws Problem {@code contact_not_found}; {@code opted_out}, as reopening is theirs alone (C6, C11); for marketing {@code
     *     method} {@code written_needed} and {@code wording} {@code wording_needed} ({@code compliance.md} section 4); an
     *     invalid {@code number} that is not theirs; {@code at} {@code in_the_future}
     */
    @Transactional
    public UUID grant(UUID contact, ConsentGiven given) {
        requireTheirs(contact, given.number());
        if (given.category() == Category.MARKETING) {
            requireWriting(given.proof());
        }
        if (optOuts.of(given.number()).isPresent()) {
            throw Problem.conflict(
                    "opted_out",
                    "They opted out, so no consent counts until they write START themselves or the opt-out is taken back.");
        }
        return consents.grant(given);
    }

    private void requireTheirs(UUID contact, PhoneNumber number) {
        if (!contacts.require(contact).numbers().contains(number)) {
            throw Problem.invalid("number", "not_theirs", "is not a number of this contact");
        }
    }

    private static void requireWriting(Proof proof) {
        if (proof.method().equalsIgnoreCase(SPOKEN)) {
            throw Problem.invalid(
                    "method", "written_needed", "must be in writing for marketing: a form, a keyword or paper");
        }
        if (proof.wording().isBlank()) {
            throw Problem.invalid(
                    "wording", "wording_needed", "must say what they were shown when they agreed to marketing");
        }
    }

    /**
     * They want no more of this kind from now on.
     *
     * @throws Problem {@code contact_not_found}; an invalid {@code number} that is not theirs; {@code no_consent} when there is
     *     none that holds
     */
    @Transactional
    public void revoke(UUID contact, PhoneNumber number, Category category, Evidence evidence) {
        requireTheirs(contact, number);
        if (!consents.holds(number, category)) {
            throw Problem.conflict("no_consent", "There is no such consent to withdraw.");
        }
        consents.revoke(number, category, evidence);
    }
}
