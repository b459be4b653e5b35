package io.cloudpbx.contacts;

import io.cloudpbx.contacts.ImportedRow.Refused;
import io.cloudpbx.contacts.ImportedRow.Usable;
import io.cloudpbx.contacts.csv.CsvFile;
import io.cloudpbx.contacts.flow.Merging;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads rows of one file as its plan says. */
final class RowReader {
    static final String NUMBER = "number";

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");
    /** A spreadsheet's way to show a long number, which has lost its last digits. */
    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?E\\+?\\d+", Pattern.CASE_INSENSITIVE);

    private final List<String> names;
    /** Columns by what they hold, in the order of the file. */
    private final Map<String, List<Integer>> columns = new LinkedHashMap<>();

    RowReader(CsvFile file, Map<String, String> plan) {
        names = file.columns();
        for (int column = 0; column < names.size(); column++) {
            String part = plan.get(names.get(column));
            if (part != null) {
                columns.computeIfAbsent(part, none -> new ArrayList<>()).add(column);
            }
        }
    }

    private static final class Unusable extends RuntimeException {
        private final String code;
        private final String sentence;

        Unusable(String code, String sentence) {
            super(sentence, null, false, false);
            this.code = code;
            this.sentence = sentence;
        }
    }

    ImportedRow read(CsvFile.Row row) {
        try {
            return new Usable(row.line(), details(row));
        } catch (Unusable unusable) {
            return new Refused(row.line(), unusable.code, unusable.sentence);
        }
    }

    private ContactDetails details(CsvFile.Row row) {
        if (row.cells().size() > names.size()) {
            throw new Unusable("too_many_cells", "The row has more cells than there are columns.");
        }
        var numbers = numbers(row);
        if (numbers.isEmpty()) {
            throw new Unusable("no_number", "The row has no phone number.");
        }
        return new ContactDetails(
                text(row, "name", Limits.NAME),
                text(row, "company", Limits.NAME),
                email(row),
                numbers,
                fields(row),
                text(row, "notes", Limits.NOTES));
    }

    private List<PhoneNumber> numbers(CsvFile.Row row) {
        var numbers = columns.getOrDefault(NUMBER, List.of()).stream()
                .map(column -> Map.entry(names.get(column), row.cell(column)))
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> number(cell.getKey(), cell.getValue()))
                .distinct()
                .toList();
        if (numbers.size() > Limits.NUMBERS) {
            throw new Unusable("too_many_numbers", "The row has more than %d numbers.".formatted(Limits.NUMBERS));
        }
        return numbers;
    }

    private static PhoneNumber number(String column, String text) {
        if (ROUNDED.matcher(text).matches()) {
            throw new Unusable(
                    "rounded_number", column + " was rounded by a spreadsheet; format the column as text there.");
        }
        return PhoneNumber.written(text)
                .orElseThrow(() -> new Unusable("not_a_phone_number", column + " is not a phone number."));
    }

    private String email(CsvFile.Row row) {
        String email = text(row, "email", Limits.EMAIL);
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw new Unusable("not_an_email", "The e-mail address is none.");
        }
        return email;
    }

    private Map<String, String> fields(CsvFile.Row row) {
        Map<String, String> fields = new LinkedHashMap<>();
        columns.keySet().stream()
                .filter(part -> part.startsWith(Merging.FIELD))
                .forEach(part ->
                        fields.put(part.substring(Merging.FIELD.length()), text(row, part, Limits.FIELD_VALUE)));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** Several columns of one part, such as first and last name, are joined. */
    private String text(CsvFile.Row row, String part, int longest) {
        var cells = columns.getOrDefault(part, List.of());
        String text =
                cells.stream().map(row::cell).filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" "));
        String shown = cells.isEmpty() ? part : names.get(cells.getFirst());
        if (text.length() > longest) {
            throw new Unusable("too_long", "%s is longer than %,d characters.".formatted(shown, longest));
        }
        if (text.indexOf('\0') >= 0) {
            throw new Unusable("invalid_character", shown + " holds a character that cannot be kept: U+0000.");
        }
        return text;
    }
}
