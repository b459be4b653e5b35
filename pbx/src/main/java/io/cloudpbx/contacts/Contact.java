package io.cloudpbx.contacts;

import io.cloudpbx.telephony.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person outside.
 *
 * @param name empty when unknown, as are company, email and notes
 * @param numbers the first is the one to reach them by; each belongs to this contact alone
 * @param fields the company's own fields by name; those without a value are left out
 */
public record Contact(
        UUID id,
        String name,
        String company,
        String email,
        List<PhoneNumber> numbers,
        Map<String, String> fields,
        String notes,
        Instant createdAt,
        long version) {

    /** What to call them: their name, else the first number they have. */
    public String displayName() {
        if (!name.isEmpty()) {
            return name;
        }
        return numbers.isEmpty() ? "No name" : numbers.getFirst().display();
    }

    public ContactDetails details() {
        return new ContactDetails(name, company, email, numbers, fields, notes);
    }
}
