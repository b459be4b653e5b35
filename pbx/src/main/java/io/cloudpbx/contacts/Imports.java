package io.cloudpbx.contacts;

import io.cloudpbx.contacts.ContactImport.Counts;
import io.cloudpbx.contacts.ContactImport.Preview;
import io.cloudpbx.contacts.ContactImport.Remark;
import io.cloudpbx.contacts.csv.CsvFile;
import io.cloudpbx.contacts.flow.Merging;
import io.cloudpbx.contacts.store.ContactRows;
import io.cloudpbx.contacts.store.ImportRows;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that become contacts: brought, looked at, then run as a plan says. A run is one transaction, so that a file is imported
 * as its report says or not at all, and it happens once.
 */
@Service
public class Imports {
    private static final int PREVIEWED = 5;

    private final ImportRows files;
    private final ContactRows contacts;
    private final ImportWriter writer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            ImportRows files,
            ContactRows contacts,
            ImportWriter writer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.contacts = contacts;
        this.writer = writer;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a file until it is run, for a day at most.
     *
     * @throws Problem {@code not_utf8}, or {@code invalid_fields} for {@code file}
     */
    @Transactional
    public Preview bring(String name, byte[] content, String by) {
        var csv = CsvFile.of(content);
        var file = new ContactImport(UUID.randomUUID(), name, csv.count(), clock.instant(), by, null, Counts.NONE);
        files.deleteUnused();
        files.insert(file, content);
        try (var rows = csv.rows()) {
            return new Preview(
                    file,
                    csv.columns(),
                    rows.limit(PREVIEWED).map(CsvFile.Row::cells).toList());
        }
    }

    /**
     * Makes contacts of a file; asked for again, it gives the same report.
     *
     * @throws Problem {@code import_not_found}, {@code invalid_fields} for what is wrong with the plan, or
     *     {@code contacts_changed_meanwhile}
     */
    @Transactional
    public ContactImport run(UUID id, ImportPlan plan, String by) {
        var file = files.lock(id).orElseThrow(Imports::notFound);
        if (file.ranAt() == null) {
            var csv = CsvFile.of(files.content(id).orElseThrow());
            refuseUnusable(plan, csv);
            write(file, read(csv, plan), plan, by);
        }
        return report(id);
    }

    /** All of it before the first row is written: who calls meanwhile does not wait for numbers to be understood. */
    private static List<ImportedRow> read(CsvFile csv, ImportPlan plan) {
        var reader = new RowReader(csv, plan.columns());
        try (var rows = csv.rows()) {
            return rows.map(reader::read).toList();
        }
    }

    private void write(ContactImport file, List<ImportedRow> rows, ImportPlan plan, String by) {
        try {
            var outcome = writer.write(rows, plan, by);
            files.remark(file.id(), outcome.remarks());
            files.finish(file.id(), outcome.counts());
            events.publishEvent(new ContactsImported(file.id()));
        } catch (DuplicateKeyException meanwhile) {
            throw Problem.conflict(
                    "contacts_changed_meanwhile",
                    "Somebody called or was added just now. Nothing was imported; try again.");
        }
    }

    private void refuseUnusable(ImportPlan plan, CsvFile csv) {
        plan.columns().forEach((column, part) -> {
            if (csv.column(column) < 0) {
                throw Problem.invalid("columns." + column, "unknown_column", "is not a column of the file");
            }
            if (!part.equals(RowReader.NUMBER) && !Merging.PARTS.contains(part) && !part.startsWith(Merging.FIELD)) {
                throw Problem.invalid(
                        "columns." + column,
                        "unknown_part",
                        "must be name, company, email, notes, number, or fields. and the name of a field");
            }
        });
        if (!plan.columns().containsValue(RowReader.NUMBER)) {
            throw Problem.invalid("columns", "no_number", "must say which column holds the phone number");
        }
        refuseUnknownFields(plan.columns());
        var consent = plan.consent();
        if (consent != null && consent.at().isAfter(clock.instant())) {
            throw Problem.invalid("consent.date", "in_the_future", "is in the future");
        }
    }

    private void refuseUnknownFields(Map<String, String> columns) {
        var names = columns.values().stream()
                .filter(part -> part.startsWith(Merging.FIELD))
                .map(part -> part.substring(Merging.FIELD.length()))
                .toList();
        contacts.unknownFields(names).stream().findFirst().ifPresent(unknown -> {
            String column = columns.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(Merging.FIELD + unknown))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            throw Problem.invalid("columns." + column, "unknown_contact_field", "is for a field that there is not");
        });
    }

    public ContactImport report(UUID id) {
        return files.find(id).orElseThrow(Imports::notFound);
    }

    public Stream<Remark> remarks(UUID id) {
        return files.remarks(report(id).id()).stream();
    }

    private static Problem notFound() {
        return Problem.notFound("import_not_found", "There is no such import; a file is kept for a day.");
    }
}
