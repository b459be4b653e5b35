package io.cloudpbx.knowledge.words;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.cloudpbx.knowledge.BusinessFacts;
import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.KnowledgeSheet;
import io.cloudpbx.telephony.PhoneNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What may be told, as facts in a fixed order. */
public record FactSheet(List<Fact> facts) {
    private static final int DAYS_AHEAD = 60;

    public FactSheet {
        facts = List.copyOf(facts);
    }

    /** @param today at the business */
    public static FactSheet of(KnowledgeSheet knowledge, LocalDate today) {
        var known = knowledge.facts();
        var facts = new ArrayList<Fact>();
        if (!known.week().isUnknown()) {
            facts.add(new Fact("hours", new HoursInWords(Language.ENGLISH).week(known.week())));
        }
        add(facts, "special_days", specialDays(known, today));
        add(facts, "address", known.address());
        add(facts, "parking", known.parking());
        PhoneNumber phone = known.phone();
        add(facts, "phone", phone == null ? "" : phone.display());
        add(facts, "website", known.website());
        add(facts, "notes", known.notes());
        knowledge.faq().forEach(entry -> facts.add(new Fact(id(entry), words(entry))));
        return new FactSheet(facts);
    }

    /** The same for the same question, whatever else is added or deleted. */
    public static String id(FaqEntry entry) {
        return "faq_" + entry.id().toString().substring(0, 8);
    }

    private static String words(FaqEntry entry) {
        return entry.text().question() + " " + entry.text().answer();
    }

    private static String specialDays(BusinessFacts known, LocalDate today) {
        var words = new HoursInWords(Language.ENGLISH);
        return known.specialDays().stream()
                .filter(day -> !day.date().isBefore(today) && day.date().isBefore(today.plusDays(DAYS_AHEAD)))
                .map(words::special)
                .collect(joining(" "));
    }

    private static void add(List<Fact> facts, String id, String text) {
        if (!text.isBlank()) {
            facts.add(new Fact(id, text));
        }
    }

    public Set<String> ids() {
        return facts.stream().map(Fact::id).collect(toUnmodifiableSet());
    }

    /** Everything in one text. */
    public String text() {
        return facts.stream().map(Fact::text).collect(joining("\n"));
    }
}
