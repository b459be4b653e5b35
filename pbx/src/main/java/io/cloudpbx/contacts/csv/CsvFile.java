package io.cloudpbx.contacts.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.cloudpbx.listing.FormulaGuard;
import io.cloudpbx.problems.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file that somebody gave us: UTF-8, one line of column names, then rows. Its size is bounded before it comes here; rows are
 * read one by one and never all at once.
 */
public final class CsvFile {
    public static final int MOST_BYTES = 20 * 1024 * 1024;
    public static final int MOST_ROWS = 100_000;
    public static final int MOST_COLUMNS = 60;

    private static final String SEPARATORS = ",;\t";

    private final byte[] content;
    private final char separator;
    private final List<String> columns;
    private final int count;

    /** A row, with the line of the file it begins in. */
    public record Row(long line, List<String> cells) {
        /** Empty where the row is too short. */
        public String cell(int column) {
            return column < cells.size() ? unprotected(cells.get(column)) : "";
        }

        /** The apostrophe that exports put before what looks like a formula is no part of the value. */
        private static String unprotected(String cell) {
            String value =
                    cell.startsWith("'") && FormulaGuard.isDangerous(cell.substring(1)) ? cell.substring(1) : cell;
            return value.strip();
        }
    }

    private CsvFile(byte[] content, char separator, List<String> columns) {
        this.content = content;
        this.separator = separator;
        this.columns = columns;
        this.count = readThrough();
    }

    /**
     * Opens a file and reads it once to the end, so that it is known to be whole before its first row is used.
     *
     * @throws Problem {@code not_utf8}, or {@code invalid_fields} for {@code file}, when it is no such file
     */
    public static CsvFile of(byte[] content) {
        requireText(content);
        char separator = separator(content);
        try (var reader = reader(content, separator)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw wrong("empty_file", "is empty; the first line holds the names of the columns");
            }
            return new CsvFile(content, separator, columns(records.next()));
        } catch (CsvParseException broken) {
            throw broken(broken);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public List<String> columns() {
        return columns;
    }

    /** Where a column stands. */
    public int column(String name) {
        return columns.indexOf(name);
    }

    /** The rows in order; the stream is to be closed. */
    public Stream<Row> rows() {
        var reader = reader(content, separator);
        var records = reader.stream().skip(1).limit(MOST_ROWS + 1L).iterator();
        var rows = new Iterator<Row>() {
            private int read;

            @Override
            public boolean hasNext() {
                try {
                    return records.hasNext();
                } catch (CsvParseException broken) {
                    throw broken(broken);
                }
            }

            @Override
            public Row next() {
                read++;
                if (read > MOST_ROWS) {
                    throw wrong("too_many_rows", "has more than %,d rows; split it".formatted(MOST_ROWS));
                }
                var row = records.next();
                return new Row(row.getStartingLineNumber(), row.getFields());
            }
        };
        Iterable<Row> all = () -> rows;
        return StreamSupport.stream(all.spliterator(), false);
    }

    public int count() {
        return count;
    }

    private int readThrough() {
        int rows = 0;
        Row last = new Row(0, List.of());
        try (Stream<Row> all = rows()) {
            for (Row row : (Iterable<Row>) all::iterator) {
                rows++;
                last = row;
            }
        }
        refuseOpenQuote(last);
        return rows;
    }

    /** A quote that is never closed swallows all rows after it, which the parser takes for one long cell. */
    private void refuseOpenQuote(Row last) {
        boolean longCell = last.cells().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
        if (longCell && quotes() % 2 == 1) {
            throw wrong(
                    "broken_file", "has a quote in the row of line %,d that is never closed".formatted(last.line()));
        }
    }

    private long quotes() {
        long quotes = 0;
        for (byte letter : content) {
            quotes += letter == '"' ? 1 : 0;
        }
        return quotes;
    }

    /** Names the line: who has a file of another encoding finds the first letter that shows it. */
    private static void requireText(byte[] content) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(content);
        var chars = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(bytes, chars, true);
            if (result.isError()) {
                throw Problem.of(
                        422,
                        "not_utf8",
                        "Line %,d of the file is not UTF-8. Save it as \"CSV UTF-8\" and try again."
                                .formatted(lineAt(content, bytes.position())));
            }
            if (result.isUnderflow()) {
                return;
            }
            chars.clear();
        }
    }

    private static long lineAt(byte[] content, int position) {
        long line = 1;
        for (int at = 0; at < position; at++) {
            line += content[at] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Spreadsheets of many countries write semicolons; the line of names has no other use for them. */
    private static char separator(byte[] content) {
        int end = 0;
        while (end < content.length && content[end] != '\n' && end < 64 * 1024) {
            end++;
        }
        String names = new String(content, 0, end, StandardCharsets.UTF_8);
        char best = ',';
        long most = 0;
        for (int at = 0; at < SEPARATORS.length(); at++) {
            char candidate = SEPARATORS.charAt(at);
            long found = names.chars().filter(letter -> letter == candidate).count();
            if (found > most) {
                best = candidate;
                most = found;
            }
        }
        return best;
    }

    private static CsvReader<CsvRecord> reader(byte[] content, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(1024 * 1024)
                .ofCsvRecord(text(content));
    }

    private static Reader text(byte[] content) {
        boolean marked = content.length > 2
                && (content[0] & 0xFF) == 0xEF
                && (content[1] & 0xFF) == 0xBB
                && (content[2] & 0xFF) == 0xBF;
        int start = marked ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(content, start, content.length - start), StandardCharsets.UTF_8);
    }

    private static List<String> columns(CsvRecord first) {
        List<String> names = first.getFields().stream().map(String::strip).toList();
        if (names.size() > MOST_COLUMNS) {
            throw wrong("too_many_columns", "has more than %d columns".formatted(MOST_COLUMNS));
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.length() > 200 || name.indexOf('\0') >= 0) {
                throw wrong("unusable_column", "has a name of a column that is too long or cannot be kept");
            }
            if (!name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT))) {
                throw wrong("double_column", "has two columns that are named \"%s\"".formatted(name));
            }
        }
        return names;
    }

    private static Problem broken(CsvParseException broken) {
        return wrong("broken_file", "cannot be read: " + broken.getMessage());
    }

    static Problem wrong(String code, String message) {
        return Problem.invalid("file", code, message);
    }
}
