package io.cloudpbx.contacts.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.listing.CsvOutput;
import io.cloudpbx.problems.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @Test
    void quotes_line_breaks_in_cells_and_empty_lines_are_read_as_the_standard_says() {
        var file = file("Name,Number\r\n\"Wu, \"\"Chen\"\"\",1\r\n\r\n\"two\nlines\",2\n");
        assertThat(file.columns()).containsExactly("Name", "Number");
        assertThat(file.rows())
                .containsExactly(
                        new CsvFile.Row(2, List.of("Wu, \"Chen\"", "1")),
                        new CsvFile.Row(4, List.of("two\nlines", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name;Number\nChen;1", "Name\tNumber\nChen\t1", "\uFEFFName,Number\nChen,1"})
    void what_spreadsheets_write_is_understood(String text) {
        var file = file(text);
        assertThat(file.columns()).containsExactly("Name", "Number");
        assertThat(file.rows()).extracting(CsvFile.Row::cells).containsExactly(List.of("Chen", "1"));
    }

    @Test
    void another_encoding_is_refused_with_the_line_that_shows_it() {
        byte[] latin = "Name\nChen\nJos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> CsvFile.of(latin)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("not_utf8");
            assertThat(problem.getMessage()).startsWith("Line 3 ");
        });
        assertThatThrownBy(() -> CsvFile.of(new byte[] {'N', '\n', (byte) 0xC3}))
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name,name\nChen,Wu", "Name\n\"never closed\nChen\nMaria"})
    void what_is_no_such_file_is_refused(String text) {
        assertThatThrownBy(() -> file(text).count())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("invalid_fields"));
    }

    @Test
    void too_many_rows_columns_or_letters_are_refused() {
        String columns = IntStream.range(0, 61).mapToObj(n -> "c" + n).collect(Collectors.joining(","));
        assertThatThrownBy(() -> file(columns)).hasMessageContaining("more than 60 columns");
        assertThatThrownBy(() -> file("n\n" + "1\n".repeat(100_001)).count()).hasMessageContaining("100,000 rows");
        assertThat(file("n\n" + "1\n".repeat(100_000)).count()).isEqualTo(100_000);
        assertThatThrownBy(() -> file("n\n" + "x".repeat(2_000_000)).count()).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+14155550110", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
    void no_cell_is_a_formula_and_our_own_import_reads_what_was_meant(String cell) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var output = new CsvOutput(out)) {
            output.row(List.of("Name"));
            output.row(List.of(cell));
        }
        var row = CsvFile.of(out.toByteArray()).rows().findFirst().orElseThrow();
        assertThat(row.cells()).containsExactly("'" + cell);
        assertThat(row.cell(0)).isEqualTo(cell.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "say \"hi\"", "two\r\nlines", "'quoted'", "\u202Eevil", "<b>", "😀"})
    void what_is_written_is_read_again_as_it_was(String cell) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var output = new CsvOutput(out)) {
            output.row(List.of("Name", "Other"));
            output.row(List.of(cell, ""));
        }
        assertThat(CsvFile.of(out.toByteArray())
                        .rows()
                        .findFirst()
                        .orElseThrow()
                        .cell(0))
                .isEqualTo(cell);
    }

    private static CsvFile file(String text) {
        return CsvFile.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
