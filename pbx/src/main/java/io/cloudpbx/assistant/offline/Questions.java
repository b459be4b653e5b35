package io.cloudpbx.assistant.offline;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.cloudpbx.knowledge.FaqEntry;
import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * Finds the question of the business that somebody asks in other words. Rare words weigh more, one wrong letter is forgiven
 * in long ones, and a question of which much stays unexplained is nobody's: a wrong answer is worse than none.
 */
final class Questions {
    private static final double EXPLAINED = 0.7;
    private static final double SIMILAR = 0.3;
    private static final double LEAD = 0.08;
    private static final int LONG_WORD = 5;
    private static final int LONGEST_WORD = 20;

    private final Words words;
    private final List<Known> known;
    private final Map<String, Integer> entriesWith = new HashMap<>();

    private record Known(FaqEntry entry, Set<String> question, Set<String> answer) {}

    private record Scored(Known known, double score) {}

    Questions(List<FaqEntry> entries, Language language) {
        this.words = new Words(language);
        this.known = entries.stream()
                .filter(entry -> entry.text().language().equals(language.code()))
                .map(this::known)
                .toList();
        known.forEach(one -> Stream.concat(one.question().stream(), one.answer().stream())
                .distinct()
                .forEach(this::count));
    }

    private Known known(FaqEntry entry) {
        return new Known(
                entry,
                Set.copyOf(words.of(entry.text().question())),
                Set.copyOf(words.of(entry.text().answer())));
    }

    private void count(String word) {
        entriesWith.merge(word, 1, Integer::sum);
    }

    /** Empty when none is meant, or two could be. */
    Optional<FaqEntry> askedBy(String sentence) {
        Set<String> asked = words.of(sentence).stream().map(this::forgiven).collect(toUnmodifiableSet());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var best = known.stream()
                .map(one -> new Scored(one, score(asked, one)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(2)
                .toList();
        boolean clear = !best.isEmpty()
                && best.getFirst().score() > 0
                && (best.size() == 1 || best.getFirst().score() - best.getLast().score() >= LEAD);
        return clear ? Optional.of(best.getFirst().known().entry()) : Optional.empty();
    }

    /** 0 for a question that is not meant. */
    private double score(Set<String> asked, Known one) {
        var all = new HashSet<>(one.question());
        all.addAll(one.answer());
        double explained = weight(common(asked, all)) / weight(asked);
        double similar = weight(common(asked, one.question())) / weight(one.question());
        // Of words that stand in the answer alone, two are needed to mean it.
        boolean meant = similar >= SIMILAR || common(asked, one.answer()).size() >= 2;
        return explained >= EXPLAINED && meant ? explained * (0.5 + 0.5 * similar) : 0;
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).collect(toUnmodifiableSet());
    }

    private double weight(Set<String> some) {
        return some.stream()
                .mapToDouble(word -> Math.log(1.0 + (known.size() + 1.0) / entriesWith.getOrDefault(word, 1)))
                .sum();
    }

    /** The known word that this one is with one letter wrong, left out, added or swapped; else itself. */
    private String forgiven(String word) {
        if (entriesWith.containsKey(word) || word.length() < LONG_WORD || word.length() > LONGEST_WORD) {
            return word;
        }
        var near = new CharacterRunAutomaton(Operations.determinize(
                new LevenshteinAutomata(word, true).toAutomaton(1), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        return entriesWith.keySet().stream()
                .filter(candidate -> candidate.length() >= LONG_WORD - 1 && near.run(candidate))
                .min(Comparator.naturalOrder())
                .orElse(word);
    }
}
