package io.cloudpbx.campaigns.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cloudpbx.campaigns.Recipient;
import io.cloudpbx.problems.Problem;
import io.cloudpbx.problems.Problem.FieldProblem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceFileTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void columns_are_found_by_their_names_whatever_separates_them(String separator) {
        String file =
                "First name,Mobile phone,City\nAna,(415) 555-0123,Oakland\nBen,+14155550124,\n".replace(",", separator);

        assertThat(read(file, null))
                .containsExactly(
                        new Recipient(2, "(415) 555-0123", Map.of("firstName", "Ana", "city", "Oakland")),
                        new Recipient(3, "+14155550124", Map.of("firstName", "Ben")));
    }

    @Test
    void a_file_without_names_is_a_list_of_numbers() {
        assertThat(read("+14155550123\n4155550124\n", null))
                .containsExactly(new Recipient(1, "+14155550123", Map.of()), new Recipient(2, "4155550124", Map.of()));
    }

    @Test
    void one_column_needs_no_name_that_we_know() {
        assertThat(read("Kunden\n+14155550123\n", null))
                .extracting(Recipient::number)
                .containsExactly("+14155550123");
    }

    @Test
    void the_column_can_be_named_or_counted() {
        String file = "Phone,Other line\n+14155550123,+14155550124\n";

        assertThat(read(file, "other line")).extracting(Recipient::number).containsExactly("+14155550124");
        assertThat(read(file, "2")).extracting(Recipient::number).containsExactly("+14155550124");
        assertThatThrownBy(() -> read(file, "3")).isInstanceOf(Problem.class).hasMessageContaining("no column");
    }

    @Test
    void a_mark_of_the_byte_order_is_no_part_of_the_first_name() {
        assertThat(read("\uFEFFPhone,City\n+14155550123,Oakland\n", null))
                .containsExactly(new Recipient(2, "+14155550123", Map.of("city", "Oakland")));
    }

    @Test
    void rows_that_are_too_short_are_read_as_far_as_they_go() {
        assertThat(read("City,Phone\nOakland\n", null))
                .containsExactly(new Recipient(2, "", Map.of("city", "Oakland")));
    }

    @Test
    void another_encoding_is_named() {
        assertThatThrownBy(() -> all(
                        "Phone,City\n+14155550123,Orléans\n".getBytes(Charset.forName("windows-1252")),
                        Columns.AS_THEY_ARE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_quote_that_is_never_closed_swallows_no_rows_in_silence() {
        assertThatThrownBy(() -> read("Phone,Name\n+14155550123,\"Ana\n+14155550124,Ben\n", null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 2");
        assertThat(read("Phone,Name\n+14155550123,5\" pipe\n+14155550124,Ben\n", null))
                .hasSize(2);
    }

    @Test
    void it_swallows_none_either_where_another_cell_holds_a_quote_of_its_own() {
        assertThatThrownBy(() -> read(
                        "Phone,Name\n+14155550123,5\" pipe\n+14155550124,\"Ana\n+14155550125,Ben\n+14155550126,Cy\n",
                        null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 3");
        assertThat(read("Phone,Name\n+14155550123,5\" pipe\n+14155550124,\"Ana\nLopez\"\n", null))
                .extracting(person -> person.fields().get("name"))
                .containsExactly("5\" pipe", "Ana\nLopez");
        assertThat(read("Phone,Name,City\n+14155550123,\"Ana\nLopez\",5\" pipe\n", null))
                .hasSize(1);
    }

    /** Customers and orders have numbers that can be somebody's phone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer number,Phone",
                "Order Number,Mobile phone",
                "Account number,Phone number",
                "Cancelled,Cell phone",
                "Photo,Work phone",
                "order_number,phone_number",
                "Phone type,Phone",
                "Auto,To"
            })
    void a_number_of_something_else_is_nobodys_phone(String names) {
        assertThat(read(names + "\n4155550199,+14155550123\n", null))
                .extracting(Recipient::number)
                .containsExactly("+14155550123");
    }

    @Test
    void where_only_something_else_has_numbers_the_column_is_asked_for() {
        assertThatThrownBy(() -> read("Customer number,Name\n4155550199,Ana\n", null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("column");
    }

    @Test
    void separators_are_found_however_slowly_the_file_comes() {
        byte[] file = "Phone;Name\n+14155550123;Ana\n".getBytes(StandardCharsets.UTF_8);
        var slowly = new ByteArrayInputStream(file) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                return super.read(into, from, Math.min(most, 3));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };

        assertThat(AudienceFile.of(slowly, Columns.AS_THEY_ARE).next())
                .isEqualTo(new Recipient(2, "+14155550123", Map.of("name", "Ana")));
    }

    @Test
    void a_separator_in_quotes_separates_nothing() {
        assertThat(read("\"Name, first, last\";Phone\nAna;+14155550123\n", null))
                .extracting(Recipient::number)
                .containsExactly("+14155550123");
    }

    @Test
    void what_the_database_cannot_hold_is_left_out() {
        assertThat(read("Phone,Name\n+14155550123,A\0na\n", null))
                .containsExactly(new Recipient(2, "+14155550123", Map.of("name", "Ana")));
        assertThat(new Recipient(1, "+14155550123", Map.of("no name", "x", "", "y", "a1", "z")).fields())
                .containsExactly(Map.entry("a1", "z"));
    }

    @Test
    void an_empty_file_is_said_to_be_one() {
        assertThatThrownBy(() -> read("", null)).isInstanceOf(Problem.class).hasMessageContaining("empty");
    }

    @Test
    void columns_without_any_numbers_are_asked_about() {
        assertThatThrownBy(() -> read("Name,City\nAna,Oakland\n", null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("column");
    }

    @Test
    void columns_can_be_called_otherwise_than_the_file_does_or_at_all() {
        assertThat(called(
                        "Vorname,Telefon,Ort\nAna,+14155550123,Fresno\n",
                        new Columns(null, List.of("First name", "ignored"))))
                .containsExactly(new Recipient(2, "+14155550123", Map.of("firstName", "Ana", "ort", "Fresno")));
        assertThat(called("+14155550123,Ana,Fresno\n", new Columns(null, List.of("", "firstName"))))
                .containsExactly(new Recipient(1, "+14155550123", Map.of("firstName", "Ana")));
    }

    @Test
    void a_name_that_was_given_is_one_columns_alone() {
        var file = "First name,Phone,Rufname\nAnastasia,+14155550123,Ana\n";

        assertThat(called(file, new Columns(null, List.of("", "", "firstName"))))
                .containsExactly(new Recipient(2, "+14155550123", Map.of("firstName", "Ana")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "name,,name         > same_name",
                "Name,,name         > same_name",
                "1st                > bad_name",
                "\u2764\ufe0f           > bad_name",
                "a,b,c,d            > too_many_names"
            })
    void names_that_cannot_be_are_refused(String names, String code) {
        var columns = new Columns(null, List.of(names.split(",")));

        assertThatThrownBy(() -> called("Who,Phone,Where\nAna,+14155550123,Fresno\n", columns))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.document())
                                .extractingByKey("errors", InstanceOfAssertFactories.list(FieldProblem.class))
                                .extracting(FieldProblem::field, FieldProblem::code)
                                .containsExactly(tuple("fields", code)));
    }

    /** A hundred megabytes in one line: a file of another kind, or one that is to fill our memory. */
    @Test
    void a_line_without_end_is_refused_before_it_fills_the_memory() {
        var read = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet() > 100L * 1024 * 1024 ? -1 : 'x';
            }
        };

        assertThatThrownBy(() -> AudienceFile.of(endless, Columns.AS_THEY_ARE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be read");
        assertThat(read.get()).isLessThan(3L * 1024 * 1024);
    }

    private static List<Recipient> read(String file, @Nullable String column) {
        return called(file, new Columns(column, List.of()));
    }

    private static List<Recipient> called(String file, Columns columns) {
        return all(file.getBytes(StandardCharsets.UTF_8), columns);
    }

    private static List<Recipient> all(byte[] file, Columns columns) {
        List<Recipient> all = new ArrayList<>();
        AudienceFile.of(new ByteArrayInputStream(file), columns).forEachRemaining(all::add);
        return all;
    }
}
