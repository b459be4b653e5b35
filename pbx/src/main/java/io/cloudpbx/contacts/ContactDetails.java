package io.cloudpbx.contacts;

import io.cloudpbx.telephony.PhoneNumber;
import java.util.List;
import java.util.Map;

/** What a person may choose about a contact, already checked for form. */
public record ContactDetails(
        String name,
        String company,
        String email,
        List<PhoneNumber> numbers,
        Map<String, String> fields,
        String notes) {

    /** Somebody of whom nothing is known but a number. */
    static ContactDetails nameless(PhoneNumber number) {
        return new ContactDetails("", "", "", List.of(number), Map.of(), "");
    }
}
