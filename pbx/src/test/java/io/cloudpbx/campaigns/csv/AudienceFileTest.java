package io.cloudpbx.campaigns.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudpbx.campaigns.Recipient;
import io.cloudpbx.problems.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThatThrownBy(
                        () -> all("Phone,City\n+14155550123,Orléans\n".getBytes(Charset.forName("windows-1252")), null))
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

        assertThat(AudienceFile.of(slowly, null).next())
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

    private static List<Recipient> read(String file, @Nullable String column) {
        return all(file.getBytes(StandardCharsets.UTF_8), column);
    }

    private static List<Recipient> all(byte[] file, @Nullable String column) {
        List<Recipient> all = new ArrayList<>();
        AudienceFile.of(new ByteArrayInputStream(file), column).forEachRemaining(all::add);
        return all;
    }
}
