package io.cloudpbx.contacts;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A contact as the API shows it. */
public record ContactView(
        UUID id,
        String name,
        String displayName,
        String company,
        String email,
        List<Reach> numbers,
        Map<String, String> fields,
        String notes,
        Instant createdAt,
        long version) {

    /** A number, and whether it may be texted at all. */
    public record Reach(String number, String display, boolean optedOut) {
        static Reach of(PhoneNumber number, Set<PhoneNumber> optedOut) {
            return new Reach(number.e164(), number.display(), optedOut.contains(number));
        }
    }

    static ContactView of(Contact contact, Set<PhoneNumber> optedOut) {
        return new ContactView(
                contact.id(),
                contact.name(),
                contact.displayName(),
                contact.company(),
                contact.email(),
                contact.numbers().stream()
                        .map(number -> Reach.of(number, optedOut))
                        .toList(),
                contact.fields(),
                contact.notes(),
                contact.createdAt(),
                contact.version());
    }
}
