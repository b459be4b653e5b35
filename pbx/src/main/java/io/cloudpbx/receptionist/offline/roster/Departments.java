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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds departments by name, by what callers usually need them for, and by what the business says that they do. */
public final class Departments {
    private static final double NAMED = 1;
    private static final double NAMED_MOSTLY = 0.9;
    private static final double NAMED_IN_PART = 0.8;
    /** A phrase of a department's kind, two, three and more. */
    private static final double[] SAID = {0, 0.74, 0.86, 0.92};

    private static final double LONG_PHRASE = 0.06;
    private static final double HINTED = 0.42;
    private static final double HINT = 0.03;

    /** How much of a function falls to whom its name or description says so less plainly than another's. */
    private static final double SECOND = 0.7;

    private static final double BY_DESCRIPTION = 0.85;
    private static final double BESIDE_NAME = 0.65;
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
            "main", "help", "house");

    private final List<Known> known;
    private final Map<String, Integer> departmentsWith = new HashMap<>();

    /** Named or needed. @param at where in the words without articles it was named; -1 when it was not */
    public record Needed(Department department, double score, boolean isNamed, int at) {}

    private record Known(
            Department department,
            List<String> name,
            List<String> description,
            Sounded sounded,
            Set<String> concepts,
            Map<Function, Double> functions) {}

    Departments(Directory directory) {
        this.known = directory.departments().stream().map(Departments::known).toList();
        known.forEach(one -> one.concepts().forEach(concept -> departmentsWith.merge(concept, 1, Integer::sum)));
        Functions.ALL.forEach(this::assign);
    }

    private static Known known(Department department) {
        List<String> name = Functions.content(Forms.words(department.name()));
        String text = department.name() + " " + department.description();
        return new Known(
                department,
                name,
                Functions.content(Forms.words(department.description())),
                Sounded.of(String.join("", name)),
                Concepts.of(text, Language.of(text)),
                new HashMap<>());
    }

    /** Who bears a function in the name does it more than who only describes it; the closer the name, the more. */
    private void assign(Function function) {
        double best = known.stream().mapToDouble(one -> coverage(function, one)).max().orElse(0);
        for (Known one : known) {
            double coverage = coverage(function, one);
            boolean described = function.names().stream().anyMatch(phrase -> phrase.in(one.description()) >= 0);
            if (coverage > 0) {
                one.functions().put(function, coverage == best ? 1 : SECOND);
            } else if (described) {
                one.functions().put(function, best > 0 ? BESIDE_NAME : BY_DESCRIPTION);
            }
        }
    }

    /** How much of a department's name says that it does this. */
    private static double coverage(Function function, Known one) {
        int longest = function.names().stream()
                .filter(phrase -> phrase.in(one.name()) >= 0)
                .mapToInt(phrase -> phrase.words().size())
                .max()
                .orElse(0);
        return longest == 0 ? 0 : (double) longest / one.name().size();
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

    /** How plainly each function is spoken of. A longer phrase silences the shorter ones within it. */
    private static Map<Function, Double> spokenOf(List<String> said, List<String> bare) {
        boolean terse = said.stream().filter(Vocabulary::isContent).count() <= 3;
        Map<Function, List<Spoken>> phrases = new HashMap<>();
        List<Spoken> all = new ArrayList<>();
        for (Function function : Functions.ALL) {
            List<Spoken> own = Spoken.of(function, terse, said, bare);
            phrases.put(function, own);
            all.addAll(own);
        }
        Map<Function, Double> spokenOf = new HashMap<>();
        phrases.forEach((function, own) -> {
            List<Spoken> heard = own.stream().filter(one -> all.stream().noneMatch(one::isWithin)).toList();
            long hints = function.hints().stream().filter(phrase -> phrase.in(said) >= 0).count();
            boolean isLong = heard.stream().anyMatch(one -> one.length() > 1);
            double score = SAID[Math.min(heard.size(), SAID.length - 1)] + (isLong ? LONG_PHRASE : 0);
            double hinted = hints > 0 ? (heard.isEmpty() ? HINTED : 0) + HINT * hints : 0;
            if (score + hinted > 0) {
                spokenOf.put(function, Math.min(0.97, score + hinted));
            }
        });
        return spokenOf;
    }

    private static boolean isTelling(Phrase name) {
        return name.words().stream().anyMatch(Vocabulary::isContent);
    }

    /** A phrase of a function, where it was said. */
    private record Spoken(int at, int length) {
        static List<Spoken> of(Function function, boolean terse, List<String> said, List<String> bare) {
            Set<Spoken> spoken = new LinkedHashSet<>();
            Stream<Phrase> phrases = terse ? Stream.concat(function.says().stream(), function.names().stream().filter(Departments::isTelling)) : function.says().stream();
            phrases.forEach(phrase -> {
                int at = Math.max(phrase.in(said), phrase.in(bare));
                if (at >= 0) {
                    spoken.add(new Spoken(at, phrase.words().size()));
                }
            });
            return List.copyOf(spoken);
        }

        boolean isWithin(Spoken other) {
            return other.length() > length && other.at() <= at && at + length <= other.at() + other.length();
        }
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
                one.department(), named.score() == NAMED ? 1 : score, named.at() >= 0 || named.score() >= NAMED_IN_PART, named.at());
    }

    private record Named(double score, int at) {}

    private static Named named(Known one, List<String> said) {
        int whole = new Phrase(one.name()).in(said);
        if (whole >= 0 && !one.name().isEmpty()) {
            return new Named(NAMED, whole);
        }
        int most = one.name().size();
        for (int from = 0; from + 2 <= most && most > 2; from++) {
            int at = new Phrase(one.name().subList(from, Math.min(most, from + 2))).in(said);
            if (at >= 0 && !one.name().get(from + 1).equals("and")) {
                return new Named(NAMED_MOSTLY, at);
            }
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
        return all == 0 || common == 0 ? 0 : 0.3 + 0.4 * common / all;
    }

    /** A word of one department says more than one of all. */
    private double weight(String concept) {
        return Math.log(1.0 + (known.size() + 1.0) / departmentsWith.getOrDefault(concept, 1));
    }
}
