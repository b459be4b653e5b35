package io.cloudpbx.calls;

import io.cloudpbx.knowledge.Knowledge;
import io.cloudpbx.knowledge.words.FactSheet;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom and what a conversation can lead to now, by the ids that decisions are kept with. */
@Component
public class Reachable {
    private static final Map<String, String> FACTS = Map.of(
            "hours", "Opening hours",
            "special_days", "Special days",
            "address", "Address",
            "parking", "Parking",
            "phone", "Phone number",
            "website", "Website",
            "notes", "Notes");

    private final SituationLoader situations;
    private final Settings settings;
    private final Knowledge knowledge;

    Reachable(SituationLoader situations, Settings settings, Knowledge knowledge) {
        this.situations = situations;
        this.settings = settings;
        this.knowledge = knowledge;
    }

    /** @param kind person, department or fact */
    public record Named(String id, String name, String kind) {}

    public Directory directory() {
        return situations.directory(situations.now(settings.current()));
    }

    /** Departments, people, and what may be told. */
    public List<Named> named() {
        var directory = directory();
        return Stream.of(
                        directory.departments().stream()
                                .map(department -> new Named(department.id(), department.name(), "department")),
                        directory.people().stream().map(person -> new Named(person.id(), person.fullName(), "person")),
                        FACTS.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(fact -> new Named(fact.getKey(), fact.getValue(), "fact")),
                        knowledge.sheet().faq().stream()
                                .map(entry -> new Named(
                                        FactSheet.id(entry), entry.text().question(), "fact")))
                .flatMap(named -> named)
                .toList();
    }
}
