package io.cloudpbx.campaigns.csv;

import io.cloudpbx.problems.Problem;
import io.cloudpbx.templates.Template;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What whoever brings a file says of its columns.
 *
 * @param number the name of the column with the phone numbers, or its place from 1; null where it is to be guessed
 * @param fields what messages call the columns, from the left; empty for one that keeps the name it has. Those that are not
 *     spoken of keep theirs as well
 */
public record Columns(@Nullable String number, List<String> fields) {
    /** All of it is to be guessed. */
    public static final Columns AS_THEY_ARE = new Columns(null, List.of());

    public Columns {
        fields = List.copyOf(fields);
    }

    /**
     * The names of all columns. A name that was given is that column's alone.
     *
     * @param own which they have, empty for none
     * @throws Problem {@code invalid_fields} for {@code fields}: more than there are columns, a name that no message can use, or
     *     one given twice
     */
    List<String> named(List<String> own, int numberColumn) {
        if (fields.size() > own.size()) {
            throw refused("too_many_names", "name %d columns, and there are %d".formatted(fields.size(), own.size()));
        }
        List<String> given = IntStream.range(0, own.size())
                .mapToObj(at -> at < fields.size() && at != numberColumn ? given(fields.get(at)) : "")
                .toList();
        given.stream()
                .filter(name -> !name.isEmpty() && Collections.frequency(given, name) > 1)
                .findFirst()
                .ifPresent(name -> {
                    throw refused("same_name", "call two columns \"%s\"".formatted(name));
                });
        return IntStream.range(0, own.size())
                .mapToObj(at -> given.get(at).isEmpty() ? left(own.get(at), given) : given.get(at))
                .toList();
    }

    private static String given(String written) {
        String name = FieldName.of(written);
        if (!written.isBlank() && !name.matches(Template.NAME)) {
            throw refused("bad_name", "call a column \"%s\", which no message can use".formatted(written.strip()));
        }
        return name;
    }

    private static String left(String name, List<String> given) {
        return given.contains(name) ? "" : name;
    }

    private static Problem refused(String code, String sentence) {
        return Problem.invalid("fields", code, sentence);
    }
}
