package io.cloudpbx.contacts;

import io.cloudpbx.contacts.ContactImport.Counts;
import io.cloudpbx.contacts.ContactImport.Remark;
import io.cloudpbx.contacts.ImportPlan.ConsentOfFile;
import io.cloudpbx.contacts.ImportedRow.Refused;
import io.cloudpbx.contacts.ImportedRow.Usable;
import io.cloudpbx.contacts.flow.Choice;
import io.cloudpbx.contacts.flow.Merging;
import io.cloudpbx.contacts.store.BulkRows;
import io.cloudpbx.contacts.store.BulkRows.NewContact;
import io.cloudpbx.telephony.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns the rows of a file into contacts and consent, a few hundred at a time. */
@Component
class ImportWriter {
    private static final int AT_ONCE = 500;

    private final BulkRows bulk;
    private final Contacts contacts;

    ImportWriter(BulkRows bulk, Contacts contacts) {
        this.bulk = bulk;
        this.contacts = contacts;
    }

    record Outcome(Counts counts, List<Remark> remarks) {}

    Outcome write(List<ImportedRow> rows, ImportPlan plan, String by) {
        var run = new Run(plan, by);
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            run.write(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
        return run.outcome();
    }

    /** One file: what was seen so far and what came of it. */
    private final class Run {
        private final ImportPlan plan;
        private final String by;
        private final Map<PhoneNumber, Long> lines = new HashMap<>();
        private final List<Remark> remarks = new ArrayList<>();
        private int added;
        private int changed;
        private int unchanged;
        private int optedOut;
        private int consents;

        Run(ImportPlan plan, String by) {
            this.plan = plan;
            this.by = by;
        }

        Outcome outcome() {
            var counts = new Counts(added, changed, unchanged, remarks.size(), optedOut, consents);
            return new Outcome(counts, remarks);
        }

        void write(List<ImportedRow> rows) {
            List<Usable> usable = rows.stream().flatMap(this::firstOfItsNumbers).toList();
            List<PhoneNumber> numbers = usable.stream()
                    .flatMap(row -> row.details().numbers().stream())
                    .toList();
            var holders = bulk.holders(numbers);
            List<NewContact> fresh = new ArrayList<>();
            Set<PhoneNumber> taken = new HashSet<>();
            for (Usable row : usable) {
                if (place(row, holders, fresh)) {
                    taken.addAll(row.details().numbers());
                }
            }
            bulk.insert(fresh);
            added += fresh.size();
            optedOut += bulk.optedOut(taken).size();
            grant(List.copyOf(taken));
        }

        private Stream<Usable> firstOfItsNumbers(ImportedRow row) {
            return switch (row) {
                case Refused refused -> {
                    remarks.add(new Remark(refused.line(), refused.code(), refused.reason()));
                    yield Stream.empty();
                }
                case Usable usable -> {
                    var earlier = usable.details().numbers().stream()
                            .filter(lines::containsKey)
                            .findFirst();
                    earlier.ifPresent(number -> remarks.add(new Remark(
                            usable.line(),
                            "duplicate_in_file",
                            "%s stands in line %d already.".formatted(number.display(), lines.get(number)))));
                    if (earlier.isPresent()) {
                        yield Stream.empty();
                    }
                    usable.details().numbers().forEach(number -> lines.put(number, usable.line()));
                    yield Stream.of(usable);
                }
            };
        }

        /** Whether the row found its place: as a new contact, or as one that is known. */
        private boolean place(Usable row, Map<PhoneNumber, UUID> holders, List<NewContact> fresh) {
            Set<UUID> known = row.details().numbers().stream()
                    .flatMap(number -> Stream.ofNullable(holders.get(number)))
                    .collect(Collectors.toSet());
            if (known.size() > 1) {
                remarks.add(new Remark(
                        row.line(),
                        "numbers_of_several",
                        "The numbers belong to different contacts; merge them first."));
                return false;
            }
            if (known.isEmpty()) {
                fresh.add(new NewContact(UUID.randomUUID(), row.details(), SearchText.of(row.details())));
                return true;
            }
            return update(row, contacts.require(known.iterator().next()));
        }

        private boolean update(Usable row, Contact present) {
            var wanted = Merging.merge(present.details(), row.details(), choices(present.details(), row.details()));
            if (wanted.numbers().size() > Limits.NUMBERS || wanted.notes().length() > Limits.NOTES) {
                remarks.add(new Remark(
                        row.line(),
                        "too_much",
                        "Together with what is known, there would be too many numbers or notes."));
                return false;
            }
            if (wanted.equals(present.details())) {
                unchanged++;
            } else {
                contacts.change(present.id(), wanted, present.version());
                changed++;
            }
            return true;
        }

        /** An empty cell never empties what is known, and a file that may not overwrite still fills gaps. */
        private Map<String, Choice> choices(ContactDetails present, ContactDetails row) {
            if (plan.overwrite()) {
                return written(row).collect(Collectors.toMap(part -> part, part -> Choice.OTHER));
            }
            return present.notes().isEmpty() ? Map.of() : Map.of("notes", Choice.KEPT);
        }

        private static Stream<String> written(ContactDetails row) {
            var parts =
                    Map.of("name", row.name(), "company", row.company(), "email", row.email(), "notes", row.notes());
            return Stream.concat(
                    parts.keySet().stream()
                            .filter(part -> !String.valueOf(parts.get(part)).isEmpty()),
                    row.fields().keySet().stream().map(field -> Merging.FIELD + field));
        }

        private void grant(List<PhoneNumber> numbers) {
            var consent = plan.consent();
            if (consent != null && !numbers.isEmpty()) {
                bulk.grant(numbers, given(consent, numbers.getFirst()));
                consents += numbers.size();
            }
        }

        private ConsentGiven given(ConsentOfFile consent, PhoneNumber number) {
            String reference = consent.evidence().isEmpty() ? null : consent.evidence();
            var evidence = new Evidence(Source.IMPORT, consent.source(), reference, by);
            var proof = new Proof(consent.method(), consent.wording(), "", "", "", "", "");
            return new ConsentGiven(number, consent.category(), consent.at(), evidence, proof);
        }
    }
}
