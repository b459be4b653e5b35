package io.cloudpbx.listing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file that we give: RFC 4180 in UTF-8, with the mark by which spreadsheets know it, and no cell that is a formula. */
public final class CsvOutput implements Closeable {
    private final CsvWriter rows;

    public CsvOutput(OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    public void row(List<String> cells) {
        rows.writeRecord(cells.stream().map(FormulaGuard::guarded).toList());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
