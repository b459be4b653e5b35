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
import java.util.HashSet;
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
    /** A word that stands in one department's description alone, and one that stands in several. */
    private static final double UNIQUE = 0.54;

    private static final double SHARED = 0.36;
    /**
     * Where nothing but a description speaks for a department, this much of what was said must be in it, else they are asked: less
     * when a very word of it was said, more when it was one that means the same.
     */
    private static final double SOME = 0.22;

    private static final double MOST = 0.45;
    private static final double MERELY_DESCRIBED = 0.49;
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
            "main",
            "help",
            "house");

    private final List<Known> known;
    private final Set<String> businessWords;
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

    /** @param business whose name, where it stands in that of a department, says nothing */
    Departments(Directory directory, String business) {
        this.businessWords =
                Set.copyOf(Forms.words(business).stream().distinct().toList());
        this.known = directory.departments().stream()
                .map(department -> known(department, business))
                .toList();
        known.forEach(one -> one.concepts().forEach(concept -> departmentsWith.merge(concept, 1, Integer::sum)));
        Functions.ALL.forEach(this::assign);
    }

    private static Known known(Department department, String business) {
        List<String> name = Functions.content(Forms.words(department.name()));
        String text = department.name() + " " + department.description();
        Set<String> concepts = new HashSet<>(Concepts.of(text, Language.of(text)));
        concepts.removeAll(Concepts.of(business, Language.ENGLISH));
        return new Known(
                department,
                name,
                Functions.content(Forms.words(department.description())),
                Sounded.of(String.join("", name)),
                concepts,
                new HashMap<>());
    }

    /** Who bears a function in the name does it more than who only describes it; the closer the name, the more. */
    private void assign(Function function) {
        double best =
                known.stream().mapToDouble(one -> coverage(function, one)).max().orElse(0);
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

    /** Words that departments and what they do are described in: no unknown names. */
    Stream<String> words() {
        return known.stream().flatMap(one -> Stream.concat(one.name().stream(), one.description().stream()));
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
            List<Spoken> heard = own.stream()
                    .filter(one -> all.stream().noneMatch(one::isWithin))
                    .toList();
            long hints = function.hints().stream()
                    .filter(phrase -> phrase.in(said) >= 0)
                    .count();
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
            Stream<Phrase> phrases = terse
                    ? Stream.concat(
                            function.says().stream(), function.names().stream().filter(Departments::isTelling))
                    : function.says().stream();
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
        boolean only = named.score() == 0 && function == 0;
        double described = described(one, asked, only);
        List<Double> evidence = new ArrayList<>(List.of(named.score(), function, described));
        evidence.sort(Comparator.reverseOrder());
        double score = Math.min(1, evidence.get(0) + 0.25 * evidence.get(1) + 0.1 * evidence.get(2));
        return new Needed(
                one.department(),
                named.score() == NAMED ? 1 : score,
                named.at() >= 0 || named.score() >= NAMED_IN_PART,
                named.at());
    }

    private record Named(double score, int at) {}

    private Named named(Known one, List<String> said) {
        int whole = new Phrase(one.name()).in(said);
        if (whole >= 0 && !one.name().isEmpty()) {
            return new Named(NAMED, whole);
        }
        int most = one.name().size();
        for (int from = 0; from + 2 <= most && most > 2; from++) {
            int at = new Phrase(one.name().subList(from, Math.min(most, from + 2))).in(said);
            List<String> both = one.name().subList(from, Math.min(most, from + 2));
            boolean shared = known.stream().anyMatch(other -> other != one && new Phrase(both).in(other.name()) >= 0);
            if (at >= 0 && !shared && !both.contains("and") && !both.contains("of")) {
                return new Named(NAMED_MOSTLY, at);
            }
        }
        for (String word : one.name()) {
            int at = said.indexOf(word);
            if (at >= 0 && one.name().size() <= 3 && isTelling(word, one)) {
                return new Named(NAMED_IN_PART - 0.001, at);
            }
        }
        return new Named(sounded(one, said), -1);
    }

    /** Whether a word of a department's name is that of no other, and not of the business. */
    private boolean isTelling(String word, Known one) {
        boolean shared =
                known.stream().anyMatch(other -> other != one && other.name().contains(word));
        return !shared && !businessWords.contains(word) && !GENERAL.contains(word) && !Vocabulary.isFunction(word);
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
    private double described(Known one, Set<String> asked, boolean only) {
        List<String> common = asked.stream().filter(one.concepts()::contains).toList();
        if (common.isEmpty()) {
            return 0;
        }
        double share = common.stream().mapToDouble(this::weight).sum()
                / asked.stream().mapToDouble(this::weight).sum();
        List<String> unique = common.stream()
                .filter(concept -> departmentsWith.getOrDefault(concept, 1) == 1)
                .toList();
        boolean literally = unique.stream().anyMatch(concept -> !concept.startsWith("="));
        double score = (unique.isEmpty() ? SHARED : UNIQUE) + 0.3 * share;
        return only && share < (literally ? SOME : MOST) ? Math.min(score, MERELY_DESCRIBED) : score;
    }

    /** A word of one department says more than one of all. */
    private double weight(String concept) {
        return Math.log(1.0 + (known.size() + 1.0) / departmentsWith.getOrDefault(concept, 1));
    }
}
