package io.cloudpbx.contacts;

import static io.cloudpbx.contacts.AddressBook.number;
import static io.cloudpbx.contacts.AddressBook.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cloudpbx.contacts.ContactImport.Counts;
import io.cloudpbx.contacts.ContactImport.Remark;
import io.cloudpbx.contacts.ImportPlan.ConsentOfFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportsTest {
    private static final Map<String, String> COLUMNS =
            Map.of("First", "name", "Last", "name", "Phone", "number", "Mobile", "number");
    private static final Evidence STOP = new Evidence(Source.KEYWORD, "STOP", null, null);

    private final AddressBook book = new AddressBook();
    private final Contacts contacts = book.contacts();
    private final Imports imports = book.bean(Imports.class);

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void rows_become_contacts_with_numbers_cleaned_up() {
        var report = run("""
                First,Last,Phone,Mobile
                Chen,Wu,(415) 555-0110,+1 415.555.0111
                Maria,Silva,415-555-0112,
                """);

        assertThat(report.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0, 0));
        var chen = contacts.byNumber(number(110)).orElseThrow();
        assertThat(chen.name()).isEqualTo("Chen Wu");
        assertThat(chen.numbers()).containsExactly(number(110), number(111));
        assertThat(contacts.matching("silva", 5)).hasSize(1);
        assertThat(book.news()).isEmpty();
    }

    @Test
    void every_row_that_cannot_be_used_is_told_with_its_line_and_the_others_are_used() {
        contacts.add(person("One", number(120)));
        contacts.add(person("Two", number(121)));
        var report = run("""
                First,Last,Phone,Mobile
                Chen,Wu,12,
                Maria,Silva,,
                José,García,4.15555E+09,
                Ana,Lima,415-555-0113,
                Ana,Again,(415) 555-0113,
                Both,Of them,415-555-0120,415-555-0121
                %s,,415-555-0114,
                Too,many,415-555-0115,,cells
                """.formatted("x".repeat(121)));

        assertThat(report.counts()).isEqualTo(new Counts(1, 0, 0, 7, 0, 0));
        assertThat(imports.remarks(report.id()))
                .extracting(Remark::line, Remark::code)
                .containsExactly(
                        tuple(2L, "not_a_phone_number"),
                        tuple(3L, "no_number"),
                        tuple(4L, "rounded_number"),
                        tuple(6L, "duplicate_in_file"),
                        tuple(7L, "numbers_of_several"),
                        tuple(8L, "too_long"),
                        tuple(9L, "too_many_cells"));
        assertThat(imports.remarks(report.id()).map(Remark::reason))
                .contains("(415) 555-0113 stands in line 5 already.", "Phone is not a phone number.");
    }

    @Test
    void a_known_person_gains_what_was_missing_and_keeps_what_there_was() {
        UUID id = contacts.add(person("", number(110)));
        UUID other = contacts.add(person("Maria Silva", number(112)));
        String file = "First,Last,Phone,Mobile\nChen,Wu,4155550110,4155550111\nMary,,4155550112,\n";

        assertThat(run(file).counts()).isEqualTo(new Counts(0, 1, 1, 0, 0, 0));
        assertThat(contacts.require(id).name()).isEqualTo("Chen Wu");
        assertThat(contacts.require(id).numbers()).containsExactly(number(110), number(111));
        assertThat(contacts.require(other).name()).isEqualTo("Maria Silva");

        assertThat(run(file).counts()).isEqualTo(new Counts(0, 0, 2, 0, 0, 0));
        assertThat(run(file, new ImportPlan(COLUMNS, true, null)).counts()).isEqualTo(new Counts(0, 1, 1, 0, 0, 0));
        assertThat(contacts.require(other).name()).isEqualTo("Mary");
    }

    @Test
    void without_proof_nobody_gets_marketing_and_with_it_all_but_those_who_opted_out() {
        String file = "First,Last,Phone,Mobile\nChen,Wu,4155550110,\nMaria,Silva,4155550112,\n";
        run(file);
        assertThat(book.consents().live(number(110), Category.MARKETING)).isEmpty();

        book.optOuts().optOut(number(112), STOP);
        var report = run(file, new ImportPlan(COLUMNS, false, proven(Duration.ofDays(30))));

        assertThat(report.counts()).isEqualTo(new Counts(0, 0, 2, 0, 1, 2));
        var consent = book.consents().live(number(110), Category.MARKETING).orElseThrow();
        assertThat(consent.proof().method()).isEqualTo("paper");
        assertThat(consent.evidence().quote()).isEqualTo("Spring fair");
        assertThat(consent.evidence().actor()).isEqualTo("Dana Reyes");
        assertThat(book.consents().live(number(112), Category.MARKETING)).isEmpty();
        assertThatThrownBy(() -> run(file, new ImportPlan(COLUMNS, false, proven(Duration.ofDays(-1)))))
                .hasMessageContaining("consent.date");
    }

    @Test
    void a_run_that_fails_leaves_nothing_and_can_be_run_again() {
        UUID file = bring("First,Last,Phone,Mobile\nChen,Wu,4155550110,\n");
        book.transaction().executeWithoutResult(status -> {
            imports.run(file, new ImportPlan(COLUMNS, false, null), "Dana Reyes");
            status.setRollbackOnly();
        });
        assertThat(contacts.byNumber(number(110))).isEmpty();
        assertThat(imports.report(file).ranAt()).isNull();

        imports.run(file, new ImportPlan(COLUMNS, false, null), "Dana Reyes");
        assertThat(contacts.byNumber(number(110))).isPresent();
    }

    @Test
    void a_file_runs_once_and_its_content_does_not_stay() {
        UUID file = bring("First,Last,Phone,Mobile\nChen,Wu,4155550110,\n");
        var first = imports.run(file, new ImportPlan(COLUMNS, false, null), "Dana Reyes");
        assertThat(imports.run(file, new ImportPlan(COLUMNS, true, null), "Dana Reyes"))
                .isEqualTo(first);
        assertThat(book.jdbc()
                        .sql("select count(content) from contact_import")
                        .query(Integer.class)
                        .single())
                .isZero();

        UUID unused = bring("First\nChen\n");
        book.clock().advance(Duration.ofHours(25));
        bring("First\nMaria\n");
        assertThatThrownBy(() -> imports.report(unused)).hasMessageContaining("no such import");
        assertThat(imports.report(file)).isEqualTo(first);
    }

    @Test
    void a_plan_that_does_not_fit_the_file_is_refused_by_the_column() {
        UUID file = bring("First,Phone\nChen,4155550110\n");
        assertThatThrownBy(() -> runPlan(file, Map.of("Name", "name"))).hasMessageContaining("columns.Name");
        assertThatThrownBy(() -> runPlan(file, Map.of("First", "shoe"))).hasMessageContaining("columns.First");
        assertThatThrownBy(() -> runPlan(file, Map.of("First", "name"))).hasMessageContaining("phone number");
        assertThatThrownBy(() -> runPlan(file, Map.of("First", "fields.Shoe", "Phone", "number")))
                .hasMessageContaining("columns.First");
    }

    @Test
    void what_is_exported_is_imported_again_as_it_was() throws IOException {
        book.bean(FieldNames.class).replace(List.of("Birthday"));
        var details = new ContactDetails(
                "=cmd|' /C calc'!A0",
                "Bluebird, Inc.",
                "chen@bluebird.example",
                List.of(number(110), number(111)),
                Map.of("Birthday", "@May"),
                "two\nlines");
        UUID id = contacts.add(details);
        book.optOuts().optOut(number(111), STOP);
        var out = new ByteArrayOutputStream();
        book.bean(Exports.class).contacts(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFName,Company,E-mail,Number,Number 2,Opted out,Notes,Birthday\r\n"
                        + "'=cmd|' /C calc'!A0,\"Bluebird, Inc.\",chen@bluebird.example,'+14155550110,'+14155550111,"
                        + "'+14155550111,\"two\nlines\",'@May\r\n");

        book.bean(Partings.class).delete(id);
        var preview = imports.bring("contacts.csv", out.toByteArray(), "Dana Reyes");
        var columns = Map.of(
                "Name",
                "name",
                "Company",
                "company",
                "E-mail",
                "email",
                "Number",
                "number",
                "Number 2",
                "number",
                "Notes",
                "notes",
                "Birthday",
                "fields.Birthday");
        runPlan(preview.file().id(), columns);
        assertThat(contacts.byNumber(number(110)).orElseThrow().details()).isEqualTo(details);
        assertThat(book.optOuts().of(number(111))).isPresent();
    }

    @Test
    void opt_outs_go_out_and_come_in_elsewhere_and_none_is_ever_cleared() throws IOException {
        book.optOuts().optOut(number(110), STOP);
        var out = new ByteArrayOutputStream();
        book.bean(Exports.class).optOuts(out);
        try (var elsewhere = new AddressBook()) {
            elsewhere.optOuts().optOut(number(112), STOP);
            String file = out.toString(StandardCharsets.UTF_8) + "nonsense,,,\r\n'+14155550112,,,\r\n";
            var report =
                    elsewhere.bean(OptOutFiles.class).run(file.getBytes(StandardCharsets.UTF_8), "old.csv", "Dana");

            assertThat(report.added()).isEqualTo(1);
            assertThat(report.already()).isEqualTo(1);
            assertThat(report.refused()).extracting(Remark::line).containsExactly(3L);
            assertThat(elsewhere.optOuts().of(number(110)).map(OptOut::source)).contains(Source.IMPORT);
            assertThat(elsewhere.optOuts().of(number(110)).map(OptOut::quote)).contains("STOP");
        }
    }

    private ConsentOfFile proven(Duration ago) {
        var at = book.clock().instant().minus(ago);
        return new ConsentOfFile(Category.MARKETING, "Spring fair", at, "paper", "Text me offers", "box 7");
    }

    private ContactImport run(String text) {
        return run(text, new ImportPlan(COLUMNS, false, null));
    }

    private ContactImport run(String text, ImportPlan plan) {
        return imports.run(bring(text), plan, "Dana Reyes");
    }

    private ContactImport runPlan(UUID file, Map<String, String> columns) {
        return imports.run(file, new ImportPlan(columns, false, null), "Dana Reyes");
    }

    private UUID bring(String text) {
        return imports.bring("fair.csv", text.getBytes(StandardCharsets.UTF_8), "Dana Reyes")
                .file()
                .id();
    }
}
