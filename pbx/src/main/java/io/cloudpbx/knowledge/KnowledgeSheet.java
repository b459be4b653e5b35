package io.cloudpbx.knowledge;

import io.cloudpbx.knowledge.flow.OpeningHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Everything that may be told, at one moment. */
public record KnowledgeSheet(BusinessFacts facts, List<FaqEntry> faq) {
    public KnowledgeSheet {
        faq = List.copyOf(faq);
    }

    /** Whether the business is open at an instant, and until when. */
    public Opening openingAt(Instant instant, ZoneId zone) {
        return OpeningHours.at(instant, zone, facts.week(), facts.specialDays());
    }
}
