package io.cloudpbx.receptionist.offline.facts;

import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.offline.roster.Concepts;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the question of the business that somebody asks in other words, or in the other language. */
public final class Questions {
    private static final double SIMILAR = 0.3;
    private static final double WORTH_SAYING = 0.38;

    private final List<Known> known;
    private final Map<String, Integer> entriesWith = new HashMap<>();

    private record Known(FaqEntry entry, Set<String> question, Set<String> answer) {}

    /** One that may be meant. @param score from 0 to 1 @param similar how much of its question was asked */
    public record Asked(FaqEntry entry, double score, double similar) {}

    public Questions(List<FaqEntry> entries) {
        this.known = entries.stream().map(Questions::known).toList();
        for (Known one : known) {
            Set<String> all = new HashSet<>(one.question());
            all.addAll(one.answer());
            all.forEach(concept -> entriesWith.merge(concept, 1, Integer::sum));
        }
    }

    private static Known known(FaqEntry entry) {
        Language language = entry.text().language().equals("es") ? Language.SPANISH : Language.ENGLISH;
        return new Known(
                entry,
                Concepts.of(entry.text().question(), language),
                Concepts.of(entry.text().answer(), language));
    }

    /** Best first; none below what is worth saying. */
    public Optional<Asked> askedBy(Utterance utterance) {
        Set<String> asked = Concepts.of(utterance.text(), utterance.language());
        return known.stream()
                .map(one -> asked(asked, one))
                .filter(one -> one.score() >= WORTH_SAYING)
                // Of equals the one in the caller's language.
                .max(Comparator.comparingDouble((Asked one) -> one.score()
                        + (one.entry()
                                        .text()
                                        .language()
                                        .equals(utterance.language().code())
                                ? 0.01
                                : 0)));
    }

    private Asked asked(Set<String> asked, Known one) {
        if (asked.isEmpty() || one.question().isEmpty()) {
            return new Asked(one.entry(), 0, 0);
        }
        double inQuestion = weight(common(asked, one.question()));
        Set<String> answerOnly = common(asked, one.answer());
        answerOnly.removeAll(one.question());
        double explained = Math.min(1, (inQuestion + 0.7 * weight(answerOnly)) / weight(asked));
        double similar = inQuestion / weight(one.question());
        boolean meant = similar >= SIMILAR || answerOnly.size() >= 2;
        return new Asked(one.entry(), meant ? 0.55 * explained + 0.45 * similar : 0, similar);
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        Set<String> common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    private double weight(Set<String> some) {
        return some.stream()
                .mapToDouble(concept -> Math.log(1.0 + (known.size() + 1.0) / entriesWith.getOrDefault(concept, 1)))
                .sum();
    }
}
