package io.cloudpbx.receptionist.offline.roster;

import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.Directory.Department;
import io.cloudpbx.receptionist.offline.roster.Functions.Function;
import io.cloudpbx.receptionist.offline.roster.Functions.Phrase;
import io.cloudpbx.receptionist.offline.sound.Likeness;
import io.cloudpbx.receptionist.offline.sound.Sounded;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds departments by name, by what callers usually need them for, and by what the business says that they do. */
public final class Departments {
    private static final double NAMED = 1;
    private static final double NAMED_IN_PART = 0.8;
    private static final double SAID = 0.8;
    private static final double HINTED = 0.45;
    private static final double BY_DESCRIPTION = 0.85;
    private static final double SOUNDS = 0.86;
    private static final int SHORT = 5;
    private static final Set<String> GENERAL = Set.of(
            "department",
            "team",
            "office",
            "desk",
            "services",
            "service",
            "center",
            "group",
            "division",
            "and",
            "of",
            "care",
            "general",
            "relations",
            "management",
            "room",
            "main");

    private final List<Known> known;
    private final Map<String, Integer> departmentsWith = new HashMap<>();

    /** Named or needed. @param at where in the words without articles it was named; -1 when it was not */
    public record Needed(Department department, double score, boolean isNamed, int at) {}

    private record Known(
            Department department,
            List<String> name,
            Sounded sounded,
            Set<String> concepts,
            Map<Function, Double> functions) {}

    Departments(Directory directory) {
        this.known = directory.departments().stream().map(Departments::known).toList();
        known.forEach(one -> one.concepts().forEach(concept -> departmentsWith.merge(concept, 1, Integer::sum)));
    }

    private static Known known(Department department) {
        List<String> name = Functions.content(Forms.words(department.name()));
        Map<Function, Double> functions = new HashMap<>();
        List<String> description = Functions.content(Forms.words(department.description()));
        for (Function function : Functions.ALL) {
            boolean byName = function.names().stream().anyMatch(phrase -> phrase.in(name) >= 0);
            boolean described = function.names().stream().anyMatch(phrase -> phrase.in(description) >= 0);
            if (byName || described) {
                functions.put(function, byName ? 1 : BY_DESCRIPTION);
            }
        }
        String text = department.name() + " " + department.description();
        return new Known(
                department, name, Sounded.of(String.join("", name)), Concepts.of(text, Language.of(text)), functions);
    }

    /** Each that is named or needed, best first. */
    public List<Needed> in(Utterance utterance) {
        List<String> said = Functions.content(utterance.words().stream()
                .map(word -> word.replaceAll("'s$", ""))
                .toList());
        Set<String> asked = Concepts.of(utterance.text(), utterance.language());
        Map<Function, Double> functions = spokenOf(Functions.content(utterance.words()), said);
        return known.stream()
                .map(one -> needed(one, said, asked, functions))
                .filter(needed -> needed.score() > 0)
                .sorted(Comparator.comparingDouble(Needed::score)
                        .reversed()
                        .thenComparing(needed -> needed.department().id()))
                .toList();
    }

    private static Map<Function, Double> spokenOf(List<String> said, List<String> bare) {
        Map<Function, Double> spokenOf = new HashMap<>();
        for (Function function : Functions.ALL) {
            long phrases = function.says().stream()
                    .filter(phrase -> phrase.in(said) >= 0 || phrase.in(bare) >= 0)
                    .count();
            int longest = function.says().stream()
                    .filter(phrase -> phrase.in(said) >= 0)
                    .mapToInt(phrase -> phrase.words().size())
                    .max()
                    .orElse(0);
            long hints = function.hints().stream()
                    .filter(phrase -> phrase.in(said) >= 0)
                    .count();
            double score = phrases > 0
                    ? Math.min(0.95, SAID + 0.04 * (phrases - 1) + 0.04 * Math.max(0, longest - 1) + 0.02 * hints)
                    : hints > 0 ? HINTED + 0.06 * (hints - 1) : 0;
            if (score > 0) {
                spokenOf.put(function, score);
            }
        }
        return spokenOf;
    }

    private Needed needed(Known one, List<String> said, Set<String> asked, Map<Function, Double> functions) {
        Named named = named(one, said);
        double function = one.functions().entrySet().stream()
                .mapToDouble(does -> does.getValue() * functions.getOrDefault(does.getKey(), 0.0))
                .max()
                .orElse(0);
        double described = described(one, asked);
        List<Double> evidence = new ArrayList<>(List.of(named.score(), function, described));
        evidence.sort(Comparator.reverseOrder());
        double score = Math.min(1, evidence.get(0) + 0.15 * evidence.get(1) + 0.05 * evidence.get(2));
        return new Needed(
                one.department(), named.score() == NAMED ? 1 : score, named.score() >= NAMED_IN_PART, named.at());
    }

    private record Named(double score, int at) {}

    private static Named named(Known one, List<String> said) {
        int whole = new Phrase(one.name()).in(said);
        if (whole >= 0 && !one.name().isEmpty()) {
            return new Named(NAMED, whole);
        }
        for (String word : one.name()) {
            int at = said.indexOf(word);
            if (at >= 0
                    && !GENERAL.contains(word)
                    && !Vocabulary.isFunction(word)
                    && one.name().size() <= 3) {
                return new Named(NAMED_IN_PART - 0.001, at);
            }
        }
        return new Named(sounded(one, said), -1);
    }

    /** "Male room" for the mail room, in short utterances only. */
    private static double sounded(Known one, List<String> said) {
        if (said.size() > 2 * SHORT
                || said.stream().filter(Vocabulary::isContent).count() > SHORT) {
            return 0;
        }
        double best = 0;
        for (int from = 0; from < said.size(); from++) {
            for (int to = from + 1; to <= Math.min(said.size(), from + 4); to++) {
                String letters = said.subList(from, to).stream()
                        .collect(Collectors.joining())
                        .replace("'", "");
                if (letters.length() > 3
                        && !Vocabulary.isFunction(said.get(from))
                        && !Vocabulary.isFunction(said.get(to - 1))) {
                    double like = Likeness.of(Sounded.of(letters), one.sounded());
                    best = Math.max(best, like >= SOUNDS ? like - 0.05 : 0);
                }
            }
        }
        return best;
    }

    /** How much of what is asked for stands in what the business says about the department. */
    private double described(Known one, Set<String> asked) {
        double all = asked.stream().mapToDouble(this::weight).sum();
        double common = asked.stream()
                .filter(one.concepts()::contains)
                .mapToDouble(this::weight)
                .sum();
        return all == 0 || common == 0 ? 0 : 0.35 + 0.45 * common / all;
    }

    /** A word of one department says more than one of all. */
    private double weight(String concept) {
        return Math.log(1.0 + (known.size() + 1.0) / departmentsWith.getOrDefault(concept, 1));
    }
}
