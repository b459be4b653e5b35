package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.csv.FieldName;
import io.cloudpbx.contacts.Category;
import io.cloudpbx.contacts.Consents;
import io.cloudpbx.contacts.Contact;
import io.cloudpbx.contacts.Contacts;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Everybody in Contacts who has agreed to texts of a kind, by the ledger as it is now; each once, by the first of their numbers
 * for which they have.
 */
@Component
class EverybodyInContacts {
    private static final int AT_ONCE = 1_000;

    private final Contacts contacts;
    private final Consents consents;

    EverybodyInContacts(Contacts contacts, Consents consents) {
        this.contacts = contacts;
        this.consents = consents;
    }

    /** Newest first. A page may be empty where nobody on it has agreed. */
    Iterator<List<Recipient>> agreedTo(Category category) {
        var pages = new Pages<Contact>(
                last -> contacts.newest("", last == null ? null : new Cursor(last.createdAt(), last.id()), AT_ONCE));
        return new Iterator<>() {
            private long read;

            @Override
            public boolean hasNext() {
                return pages.hasNext();
            }

            @Override
            public List<Recipient> next() {
                List<Recipient> agreed = agreed(pages.next(), category, read);
                read += agreed.size();
                return agreed;
            }
        };
    }

    private List<Recipient> agreed(List<Contact> page, Category category, long before) {
        List<PhoneNumber> numbers =
                page.stream().flatMap(contact -> contact.numbers().stream()).toList();
        var live = consents.liveAmong(numbers, category).keySet();
        List<Recipient> agreed = new ArrayList<>();
        for (Contact contact : page) {
            contact.numbers().stream()
                    .filter(live::contains)
                    .findFirst()
                    .ifPresent(number ->
                            agreed.add(new Recipient(before + agreed.size() + 1, number.e164(), fields(contact))));
        }
        return agreed;
    }

    /** What a message may say of them: their names, their company, and the company's own fields. */
    private static Map<String, String> fields(Contact contact) {
        Map<String, String> fields = new HashMap<>();
        contact.fields().forEach((name, value) -> fields.put(FieldName.of(name), value));
        fields.put("company", contact.company());
        fields.put("name", contact.name());
        fields.put("firstName", contact.name().strip().split("\\s+", 2)[0]);
        fields.values().removeIf(String::isBlank);
        return fields;
    }
}
