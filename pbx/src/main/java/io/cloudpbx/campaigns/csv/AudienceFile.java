package io.cloudpbx.campaigns.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.cloudpbx.campaigns.Recipient;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of recipients, read once from beginning to end: UTF-8, separated by commas, semicolons or tabs, with a line of names or
 * without. A row's other columns are the recipient's fields, by the names that the columns have.
 */
public final class AudienceFile implements Iterator<Recipient> {
    /** What columns of phone numbers are called, the surest first. An order has a number too, and it may look like a phone's. */
    private static final List<Pattern> NUMBERS = Stream.of(
                    "(?:tele)?phone(?: ?(?:number|no\\.?))?|mobile(?: ?(?:phone|number|no\\.?))?|cell(?: ?(?:phone|number|no\\.?))?|number|telefon|tel\\.?|handy|to",
                    ".*(?:phone|mobile|telefon|\\bcell\\b|\\btel\\b|\\bhandy\\b).*")
            .map(name -> Pattern.compile(name, Pattern.CASE_INSENSITIVE))
            .toList();

    /** A cell in quotes, whose separators separate nothing. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_FIRST_LINE = 8 * 1024;
    private static final int LONGEST_CELL = 1_000;
    private static final int MOST_COLUMNS = 60;

    private final Quotes quotes;
    private final Iterator<CsvRecord> records;
    private final List<String> names;
    private final int numberColumn;
    private @Nullable CsvRecord next;

    private AudienceFile(Quotes quotes, Iterator<CsvRecord> records, CsvRecord first, Columns columns) {
        this.quotes = quotes;
        this.records = records;
        boolean headed = first.getFields().stream().noneMatch(AudienceFile::isNumber);
        String wanted = columns.number();
        this.numberColumn = wanted == null ? guessed(first, headed) : column(first, headed, wanted);
        this.names =
                columns.named(headed ? names(first) : Collections.nCopies(first.getFieldCount(), ""), numberColumn);
        this.next = headed ? read() : first;
    }

    /**
     * Opens a file.
     *
     * @throws Problem {@code not_utf8}, or {@code invalid_fields} for {@code file}, {@code number} or {@code fields}
     */
    public static AudienceFile of(InputStream file, Columns columns) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(file, decoder), BUFFER);
        return reading(() -> {
            char separator = separator(reader);
            var quotes = new Quotes(reader);
            Iterator<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(1024 * 1024)
                    .ofCsvRecord(quotes)
                    .iterator();
            if (!records.hasNext()) {
                throw Problem.invalid("file", "empty_file", "is empty");
            }
            return new AudienceFile(quotes, records, records.next(), columns);
        });
    }

    /** Spreadsheets of many countries write semicolons. A mark of the byte order is no part of the first cell. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(BUFFER);
        String line = firstLine(reader);
        reader.reset();
        if (line.startsWith("\uFEFF")) {
            reader.skip(1);
        }
        String unquoted = QUOTED.matcher(line).replaceAll("");
        long commas = count(unquoted, ',');
        return count(unquoted, '\t') > commas ? '\t' : count(unquoted, ';') > commas ? ';' : ',';
    }

    /** However slowly it comes: a part of it may hold no separator yet. */
    private static String firstLine(Reader reader) throws IOException {
        var line = new StringBuilder();
        for (int letter = reader.read(); letter >= 0 && line.length() < LONGEST_FIRST_LINE; letter = reader.read()) {
            if (letter == '\n' || letter == '\r') {
                break;
            }
            line.append((char) letter);
        }
        return line.toString();
    }

    private static long count(String line, char letter) {
        return line.chars().filter(each -> each == letter).count();
    }

    private static boolean isNumber(String cell) {
        return PhoneNumber.written(cell.strip()).isPresent();
    }

    private static List<String> names(CsvRecord first) {
        if (first.getFieldCount() > MOST_COLUMNS) {
            throw Problem.invalid("file", "too_many_columns", "has more than %d columns".formatted(MOST_COLUMNS));
        }
        return first.getFields().stream().map(FieldName::of).toList();
    }

    private static int guessed(CsvRecord first, boolean headed) {
        List<String> cells = first.getFields();
        List<Predicate<String>> likely =
                headed ? NUMBERS.stream().map(Pattern::asMatchPredicate).toList() : List.of(AudienceFile::isNumber);
        for (Predicate<String> isLikely : likely) {
            for (int at = 0; at < cells.size(); at++) {
                if (isLikely.test(cells.get(at).strip().replace('_', ' '))) {
                    return at;
                }
            }
        }
        if (cells.size() == 1) {
            return 0;
        }
        throw Problem.invalid("number", "no_number_column", "must name the column that holds the numbers");
    }

    private static int column(CsvRecord first, boolean headed, String wanted) {
        List<String> cells = first.getFields();
        for (int at = 0; headed && at < cells.size(); at++) {
            if (cells.get(at).strip().equalsIgnoreCase(wanted.strip())) {
                return at;
            }
        }
        if (wanted.matches("\\d{1,2}") && Integer.parseInt(wanted) >= 1 && Integer.parseInt(wanted) <= cells.size()) {
            return Integer.parseInt(wanted) - 1;
        }
        throw Problem.invalid("number", "no_such_column", "names no column of the file");
    }

    private @Nullable CsvRecord read() {
        return reading(() -> records.hasNext() ? records.next() : null);
    }

    /**
     * A quote that is never closed swallows all rows after it, which the parser takes for one long cell, the last there is. Were it
     * closed, the file would end with that quote.
     */
    private void refuseOpenQuote(CsvRecord last) {
        String cell = last.getField(last.getFieldCount() - 1);
        boolean isLong = cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
        if (isLong && !quotes.endTheFile) {
            throw Problem.invalid(
                    "file",
                    "broken_file",
                    "has a quote in the row of line %,d that is never closed".formatted(last.getStartingLineNumber()));
        }
    }

    /** Knows whether nothing but the ends of lines has come after the last quote. */
    private static final class Quotes extends FilterReader {
        private boolean endTheFile;

        Quotes(Reader file) {
            super(file);
        }

        @Override
        public int read(char[] letters, int from, int most) throws IOException {
            int length = super.read(letters, from, most);
            for (int at = from; at < from + length; at++) {
                pass(letters[at]);
            }
            return length;
        }

        private void pass(char letter) {
            if (letter != '\n' && letter != '\r') {
                endTheFile = letter == '"';
            }
        }
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws IOException;
    }

    private static <T extends @Nullable Object> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CharacterCodingException foreign) {
            throw notUtf8();
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof CharacterCodingException) {
                throw notUtf8();
            }
            throw failed;
        } catch (CsvParseException broken) {
            throw Problem.invalid("file", "broken_file", "cannot be read: " + broken.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Problem notUtf8() {
        return Problem.of(422, "not_utf8", "The file is not UTF-8. Save it as \"CSV UTF-8\" and try again.");
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Recipient next() {
        CsvRecord row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = read();
        if (next == null) {
            refuseOpenQuote(row);
        }
        List<String> cells = new ArrayList<>(row.getFields());
        Map<String, String> fields = new HashMap<>();
        for (int at = 0; at < Math.min(cells.size(), names.size()); at++) {
            String value = cells.get(at).strip();
            if (at != numberColumn && !names.get(at).isEmpty() && !value.isEmpty() && value.length() <= LONGEST_CELL) {
                fields.put(names.get(at), value);
            }
        }
        String number = numberColumn < cells.size() ? cells.get(numberColumn) : "";
        return new Recipient(row.getStartingLineNumber(), number, fields);
    }
}
