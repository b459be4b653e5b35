package io.cloudpbx.receptionist.offline;

import io.cloudpbx.claude.Asker;
import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.FaqText;
import io.cloudpbx.knowledge.Hours;
import io.cloudpbx.knowledge.KnowledgeSheet;
import io.cloudpbx.knowledge.Week;
import io.cloudpbx.receptionist.Briefing;
import io.cloudpbx.receptionist.CallerTurn;
import io.cloudpbx.receptionist.CallerTurn.Speaker;
import io.cloudpbx.receptionist.CallerTurn.Spoken;
import io.cloudpbx.receptionist.Decided;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.Directory.Department;
import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.HeardAs;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Calls to Wren Lane Upholstery, on Monday, 30 November 2026, 10:00 in San Francisco. */
final class Wren {
    static final Directory DIRECTORY = new Directory(
            "operator",
            List.of(
                    new Department("billing", "Billing", "Invoices and payments"),
                    new Department("sales", "Sales", "Quotes and orders"),
                    new Department("workshop", "Workshop", "Upholstery, frames and fabric"),
                    new Department("mailroom", "Mail Room", "Letters and parcels")),
            List.of(
                    person("jorge", "Jorge", "Villanueva", "sales", "101"),
                    person("maria-l", "Maria", "Lopez", "billing", "102"),
                    person("maria-g", "Maria", "Garcia", "sales", "103"),
                    person("niamh", "Niamh", "Doyle", "workshop", "104"),
                    person("thuy", "Thuy", "Nguyen", "billing", "105"),
                    new Person("bill", "William", "Hart", null, "Foreman", "workshop", "106", HeardAs.WRITTEN),
                    new Person("kris", "Krzysztof", "Wisniewski", "Kris", "", "workshop", "107", HeardAs.WRITTEN),
                    person("caleb", "Caleb", "Stewart", "sales", "108"),
                    person("kaleb", "Kaleb", "Stuart", "workshop", "109"),
                    person("mark", "Mark", "Osei", "sales", "110")));

    private static final KnowledgeSheet KNOWLEDGE = new KnowledgeSheet(
            new BusinessFacts(
                    new Week(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                            .collect(Collectors.toMap(day -> day, day -> List.of(Hours.of("08:00", "17:00"))))),
                    List.of(),
                    "12 Wren Lane, Oakland, California",
                    "Park in the yard.",
                    null,
                    "",
                    "",
                    1),
            List.of(
                    faq("Do you pick up furniture?", "Yes, within twenty miles. Call us at 510-555-0142."),
                    faq("Do you sell fabric by the yard?", "Yes, from the rolls in the shop.")));

    private static final OfflineReceptionist RECEPTIONIST = new OfflineReceptionist();

    private final List<Spoken> earlier = new ArrayList<>();
    private Directory directory = DIRECTORY;

    static Wren calls() {
        return new Wren();
    }

    Wren with(Directory other) {
        directory = other;
        return this;
    }

    /** The same people, one of whom is heard as something else, too. */
    static Directory where(String id, HeardAs heardAs) {
        return new Directory(
                DIRECTORY.operator(),
                DIRECTORY.departments(),
                DIRECTORY.people().stream()
                        .map(person -> person.id().equals(id) ? heardAs(person, heardAs) : person)
                        .toList());
    }

    static Person heardAs(Person person, HeardAs heardAs) {
        return new Person(
                person.id(),
                person.firstName(),
                person.lastName(),
                person.goesBy(),
                person.title(),
                person.department(),
                person.extension(),
                heardAs);
    }

    CallerTurn turn(String words, double confidence) {
        return new CallerTurn(
                new Asker.Caller(new UUID(0, 1), ""),
                "Wren Lane Upholstery",
                Instant.parse("2026-11-30T18:00:00Z"),
                ZoneId.of("America/Los_Angeles"),
                earlier,
                words,
                confidence,
                directory,
                KNOWLEDGE,
                Briefing.NONE);
    }

    private static Person person(String id, String first, String last, String department, String extension) {
        return new Person(id, first, last, null, "", department, extension, HeardAs.WRITTEN);
    }

    private static FaqEntry faq(String question, String answer) {
        return new FaqEntry(
                UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8)),
                new FaqText(question, answer, "en"),
                1);
    }

    Decided says(String words) {
        return says(words, 1);
    }

    /** What was decided before stays said in this call. */
    Decided says(String words, double confidence) {
        Decided decided = RECEPTIONIST.decide(turn(words, confidence));
        earlier.add(new Spoken(Speaker.CALLER, words));
        earlier.add(new Spoken(Speaker.RECEPTIONIST, Outcomes.spoken(decided.decision())));
        return decided;
    }
}
