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
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of recipients, read once from beginning to end: UTF-8, separated by commas, semicolons or tabs, with a line of names or
 * without. A row's other columns are the recipient's fields, by the names that the columns have.
 */
public final class AudienceFile implements Iterator<Recipient> {
    private static final Pattern NUMBERS =
            Pattern.compile(".*(?:phone|mobile|cell|number|telefon|tel\\b|handy|to\\b).*", Pattern.CASE_INSENSITIVE);
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_CELL = 1_000;
    private static final int MOST_COLUMNS = 60;

    private final Quotes quotes;
    private final Iterator<CsvRecord> records;
    private final List<String> names;
    private final int numberColumn;
    private @Nullable CsvRecord next;

    private AudienceFile(Quotes quotes, Iterator<CsvRecord> records, CsvRecord first, @Nullable String wanted) {
        this.quotes = quotes;
        this.records = records;
        boolean headed = first.getFields().stream().noneMatch(AudienceFile::isNumber);
        this.names = headed
                ? names(first)
                : IntStream.range(0, first.getFieldCount()).mapToObj(i -> "").toList();
        this.numberColumn = wanted == null ? guessed(first, headed) : column(first, headed, wanted);
        this.next = headed ? read() : first;
    }

    /**
     * Opens a file.
     *
     * @param numberColumn the name of the column with the numbers, or its place from 1; null where it is to be guessed
     * @throws Problem {@code not_utf8}, or {@code invalid_fields} for {@code file} or {@code number}
     */
    public static AudienceFile of(InputStream file, @Nullable String numberColumn) {
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
            return new AudienceFile(quotes, records, records.next(), numberColumn);
        });
    }

    /** Spreadsheets of many countries write semicolons. A mark of the byte order is no part of the first cell. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(BUFFER);
        char[] start = new char[8 * 1024];
        int length = Math.max(0, reader.read(start));
        String line = new String(start, 0, length).lines().findFirst().orElse("");
        reader.reset();
        if (line.startsWith("\uFEFF")) {
            reader.skip(1);
        }
        long commas = count(line, ',');
        return count(line, '\t') > commas ? '\t' : count(line, ';') > commas ? ';' : ',';
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
        for (int at = 0; at < cells.size(); at++) {
            boolean likely = headed ? NUMBERS.matcher(cells.get(at)).matches() : isNumber(cells.get(at));
            if (likely) {
                return at;
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

    /** A quote that is never closed swallows all rows after it, which the parser takes for one long cell. */
    private void refuseOpenQuote(CsvRecord last) {
        boolean longCell = last.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
        if (longCell && quotes.count % 2 == 1) {
            throw Problem.invalid(
                    "file",
                    "broken_file",
                    "has a quote in the row of line %,d that is never closed".formatted(last.getStartingLineNumber()));
        }
    }

    /** Counts the quotes that pass. */
    private static final class Quotes extends FilterReader {
        private long count;

        Quotes(Reader file) {
            super(file);
        }

        @Override
        public int read(char[] letters, int from, int most) throws IOException {
            int length = super.read(letters, from, most);
            for (int at = from; at < from + length; at++) {
                count += letters[at] == '"' ? 1 : 0;
            }
            return length;
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
