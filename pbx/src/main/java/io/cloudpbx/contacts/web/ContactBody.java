package io.cloudpbx.contacts.web;

import io.cloudpbx.contacts.ContactDetails;
import io.cloudpbx.contacts.Limits;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is posted for a contact. What people write is kept as it is, markup and all: it is data and shown as text. */
record ContactBody(
        @Nullable @Size(max = Limits.NAME) String name,
        @Nullable @Size(max = Limits.NAME) String company,
        @Nullable @Email @Size(max = Limits.EMAIL) String email,
        @Nullable @Size(max = Limits.NUMBERS) List<@NotNull String> numbers,
        @Nullable @Size(max = Limits.FIELDS) Map<String, @Nullable String> fields,
        @Nullable @Size(max = Limits.NOTES) String notes,
        @Nullable Long version) {

    /** At least something must be known. */
    ContactDetails details() {
        var details =
                new ContactDetails(text(name), text(company), text(email), phoneNumbers(), filledFields(), text(notes));
        if (details.name().isEmpty()
                && details.company().isEmpty()
                && details.email().isEmpty()
                && details.numbers().isEmpty()) {
            throw Problem.invalid("name", "nobody", "is missing, and so are company, email and numbers");
        }
        return details;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private List<PhoneNumber> phoneNumbers() {
        List<String> written = numbers == null ? List.of() : numbers;
        return IntStream.range(0, written.size())
                .mapToObj(place -> Numbers.written("numbers." + place, written.get(place)))
                .distinct()
                .toList();
    }

    private Map<String, String> filledFields() {
        Map<String, String> filled = new LinkedHashMap<>();
        if (fields != null) {
            fields.forEach((field, value) -> {
                String text = text(value);
                if (text.length() > Limits.FIELD_VALUE) {
                    throw Problem.invalid(
                            "fields." + field,
                            "size",
                            "must be at most %,d characters long".formatted(Limits.FIELD_VALUE));
                }
                if (!text.isEmpty()) {
                    filled.put(field, text);
                }
            });
        }
        return filled;
    }
}
