package io.cloudpbx.contacts;

import io.cloudpbx.contacts.store.BulkRows;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the API shows about people. */
@Component
public class ContactViews {
    private final Contacts contacts;
    private final OptOuts optOuts;
    private final Consents consents;
    private final BulkRows bulk;

    ContactViews(Contacts contacts, OptOuts optOuts, Consents consents, BulkRows bulk) {
        this.contacts = contacts;
        this.optOuts = optOuts;
        this.consents = consents;
        this.bulk = bulk;
    }

    public ContactView one(UUID id) {
        return show(List.of(contacts.require(id))).getFirst();
    }

    public List<ContactView> newest(String words, @Nullable Cursor after, int limit) {
        return show(contacts.newest(words, after, limit));
    }

    private List<ContactView> show(List<Contact> shown) {
        var optedOut = bulk.optedOut(
                shown.stream().flatMap(contact -> contact.numbers().stream()).toList());
        return shown.stream().map(contact -> ContactView.of(contact, optedOut)).toList();
    }

    /** All numbers of a person together, as a merge leaves them. */
    public List<Standing> standings(UUID id) {
        return contacts.require(id).numbers().stream().map(this::standing).toList();
    }

    public Standing standing(PhoneNumber number) {
        var optOut = optOuts.of(number)
                .map(out -> new Standing.Since(out.since(), Standing.word(out.source()), out.quote()));
        var pause = optOuts.pauseOf(number)
                .map(held -> new Standing.Since(held.since(), Standing.word(held.source()), held.quote()));
        return new Standing(
                number.e164(),
                number.display(),
                optOut.orElse(null),
                pause.orElse(null),
                consents.live(number, Category.MARKETING).map(Consent::id).orElse(null),
                consents.live(number, Category.INFORMATIONAL).map(Consent::id).orElse(null),
                consents.history(number).stream().map(Standing.Entry::of).toList());
    }
}
