package io.cloudpbx.contacts.flow;

import io.cloudpbx.contacts.ContactDetails;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two contacts come to when they are one. */
public final class Merging {
    /** What can be chosen besides the company's own fields, which are chosen as {@code fields.} and their name. */
    public static final List<String> PARTS = List.of("name", "company", "email", "notes");

    public static final String FIELD = "fields.";

    private Merging() {}

    /**
     * The kept contact's values, or the other's where they were chosen or where the kept has none. All numbers stay. Notes
     * that nobody chose between are both kept: nothing that somebody wrote is lost without a word.
     */
    public static ContactDetails merge(ContactDetails kept, ContactDetails other, Map<String, Choice> choices) {
        return new ContactDetails(
                chosen(kept.name(), other.name(), choices.get("name")),
                chosen(kept.company(), other.company(), choices.get("company")),
                chosen(kept.email(), other.email(), choices.get("email")),
                numbers(kept, other),
                fields(kept.fields(), other.fields(), choices::get),
                choices.containsKey("notes")
                        ? chosen(kept.notes(), other.notes(), choices.get("notes"))
                        : both(kept.notes(), other.notes()));
    }

    private static List<PhoneNumber> numbers(ContactDetails kept, ContactDetails other) {
        return Stream.concat(kept.numbers().stream(), other.numbers().stream())
                .distinct()
                .toList();
    }

    private static Map<String, String> fields(
            Map<String, String> kept, Map<String, String> other, Function<String, @Nullable Choice> choices) {
        var names = new TreeSet<>(kept.keySet());
        names.addAll(other.keySet());
        Map<String, String> merged = new LinkedHashMap<>();
        for (String name : names) {
            merged.put(
                    name,
                    chosen(kept.getOrDefault(name, ""), other.getOrDefault(name, ""), choices.apply(FIELD + name)));
        }
        merged.values().removeIf(String::isEmpty);
        return merged;
    }

    private static String chosen(String kept, String other, @Nullable Choice choice) {
        if (choice == null) {
            return kept.isEmpty() ? other : kept;
        }
        return choice == Choice.KEPT ? kept : other;
    }

    private static String both(String kept, String other) {
        if (kept.isEmpty() || other.isEmpty() || kept.equals(other)) {
            return kept.isEmpty() ? other : kept;
        }
        return kept + "\n\n" + other;
    }
}
