package io.cloudpbx.contacts;

import io.cloudpbx.contacts.store.BulkRows;
import io.cloudpbx.contacts.store.ContactRows;
import io.cloudpbx.contacts.store.OptOutRows;
import io.cloudpbx.listing.CsvOutput;
import io.cloudpbx.listing.Cursor;
import io.cloudpbx.telephony.PhoneNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Everybody, and everybody who opted out, as files that our own import reads again. Written while being read, page by page. */
@Service
public class Exports {
    private static final int AT_ONCE = 1_000;

    private final ContactRows contacts;
    private final OptOutRows optOuts;
    private final BulkRows bulk;
    private final FieldNames fields;

    Exports(ContactRows contacts, OptOutRows optOuts, BulkRows bulk, FieldNames fields) {
        this.contacts = contacts;
        this.optOuts = optOuts;
        this.bulk = bulk;
        this.fields = fields;
    }

    public void contacts(OutputStream out) throws IOException {
        int numbers = Math.max(1, contacts.mostNumbers());
        var names = fields.all();
        try (var file = new CsvOutput(out)) {
            file.row(columns(numbers, names));
            List<Contact> page = contacts.newest(List.of(), null, AT_ONCE);
            while (!page.isEmpty()) {
                var optedOut = bulk.optedOut(page.stream()
                        .flatMap(contact -> contact.numbers().stream())
                        .toList());
                page.forEach(contact -> file.row(row(contact, numbers, names, optedOut)));
                var last = page.getLast();
                page = contacts.newest(List.of(), new Cursor(last.createdAt(), last.id()), AT_ONCE);
            }
        }
    }

    private static List<String> columns(int numbers, List<String> names) {
        List<String> columns = new ArrayList<>(List.of("Name", "Company", "E-mail", "Number"));
        for (int number = 2; number <= numbers; number++) {
            columns.add("Number " + number);
        }
        columns.add("Opted out");
        columns.add("Notes");
        columns.addAll(names);
        return columns;
    }

    private static List<String> row(Contact contact, int numbers, List<String> names, Set<PhoneNumber> optedOut) {
        List<String> row = new ArrayList<>(List.of(contact.name(), contact.company(), contact.email()));
        for (int place = 0; place < numbers; place++) {
            row.add(
                    place < contact.numbers().size()
                            ? contact.numbers().get(place).e164()
                            : "");
        }
        row.add(String.join(
                " ",
                contact.numbers().stream()
                        .filter(optedOut::contains)
                        .map(PhoneNumber::e164)
                        .toList()));
        row.add(contact.notes());
        names.forEach(name -> row.add(contact.fields().getOrDefault(name, "")));
        return row;
    }

    /** Those of deleted people are not among them: their numbers are not known any more. */
    public void optOuts(OutputStream out) throws IOException {
        try (var file = new CsvOutput(out)) {
            file.row(List.of("Number", "Since", "Source", "Words"));
            List<OptOutRows.Listed> page = optOuts.newest(null, AT_ONCE);
            while (!page.isEmpty()) {
                for (var listed : page) {
                    var optOut = listed.optOut();
                    file.row(List.of(
                            optOut.number().e164(),
                            optOut.since().toString(),
                            Standing.word(optOut.source()),
                            optOut.quote()));
                }
                page = optOuts.newest(page.getLast().position(), AT_ONCE);
            }
        }
    }

    /** What there is to say about the rows of an import. */
    public void remarks(Imports imports, UUID importId, OutputStream out) throws IOException {
        try (var file = new CsvOutput(out);
                var remarks = imports.remarks(importId)) {
            file.row(List.of("Line", "Code", "Reason"));
            remarks.forEach(remark -> file.row(List.of(Long.toString(remark.line()), remark.code(), remark.reason())));
        }
    }
}
