package io.cloudpbx.receptionist.offline.roster;

import io.cloudpbx.receptionist.Directory;
import io.cloudpbx.receptionist.offline.roster.Form.Kind;
import io.cloudpbx.receptionist.offline.roster.Form.Trust;
import io.cloudpbx.receptionist.offline.sound.Edits;
import io.cloudpbx.receptionist.offline.sound.Likeness;
import io.cloudpbx.receptionist.offline.sound.Sounded;
import io.cloudpbx.receptionist.offline.speech.Slots;
import io.cloudpbx.receptionist.offline.speech.Utterance;
import io.cloudpbx.receptionist.offline.speech.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds people by what they are called, however recognition wrote it. */
public final class People {
    /** Below this nobody is thought of. */
    private static final double WORTH_ASKING = 0.72;

    private static final double SURE = 0.8;
    private static final double AS_HEARD = 0.95;
    private static final double GUESSED_READING = 0.93;
    private static final double OUT_OF_PLACE = 0.78;
    private static final double DOUBTFUL = 0.75;
    private static final int LONGEST_WINDOW = 6;

    private final List<Form> forms;
    private final Map<String, List<Form>> byLetters = new HashMap<>();
    private final Map<Form, List<Form>> alike = new IdentityHashMap<>();

    People(Directory directory) {
        var all = directory.people().stream()
                .flatMap(person -> Forms.of(person).stream())
                .toList();
        this.forms = all.stream().filter(form -> !isNameOfAnother(form, all)).toList();
        forms.forEach(form -> byLetters
                .computeIfAbsent(form.written().letters(), unseen -> new ArrayList<>())
                .add(form));
        forms.stream().filter(form -> !form.isLiteral()).forEach(form -> alike.put(form, alike(form)));
    }

    /** What was learned of somebody is theirs only as long as nobody else is called so, or could be by ear. */
    private static boolean isNameOfAnother(Form form, List<Form> all) {
        return form.kind() == Kind.LEARNED
                && all.stream()
                        .filter(other ->
                                other.kind() != Kind.LEARNED && !other.person().equals(form.person()))
                        .anyMatch(form::couldBe);
    }

    /** Forms of others that sound the same: who hears one may mean the other. */
    private List<Form> alike(Form form) {
        return forms.stream()
                .filter(other -> !other.isLiteral() && !other.person().equals(form.person()) && other.soundsLike(form))
                .toList();
    }

    /** Each person once, best first. */
    public List<Found> in(Utterance utterance) {
        Slots slots = Slots.of(utterance);
        Map<String, Found> best = new HashMap<>();
        for (int from = 0; from < utterance.words().size(); from++) {
            for (int to = from + 1; to <= Math.min(utterance.words().size(), from + LONGEST_WINDOW); to++) {
                new Window(utterance, slots, from, to).found().forEach(found -> keep(found, best));
            }
        }
        return sorted(best.values());
    }

    /** Those whose name is spelled so, or with one letter otherwise. */
    public List<Found> spelled(String letters) {
        Map<String, Found> best = new HashMap<>();
        for (Form form : forms) {
            String name = form.written().letters();
            int edits = Math.abs(name.length() - letters.length()) > 1 ? 2 : Edits.between(letters, name);
            if (!form.isLiteral() && (edits == 0 || edits == 1 && name.length() >= 5)) {
                Found found = new Found(form.person(), form, edits == 0 ? 1 : 0.85, 0, 0, true);
                best.merge(form.person().id(), found, (old, young) -> young.score() > old.score() ? young : old);
            }
        }
        boolean exactly = best.values().stream().anyMatch(found -> found.score() == 1);
        return sorted(best.values().stream()
                .filter(found -> !exactly || found.score() == 1)
                .toList());
    }

    /** Those among some whose name, first or last, is in the utterance. */
    public List<Found> among(Collection<String> ids, Utterance utterance) {
        return in(utterance).stream()
                .filter(found -> ids.contains(found.person().id()))
                .toList();
    }

    private static void keep(Found found, Map<String, Found> best) {
        best.merge(found.person().id(), found, (old, young) -> better(young, old) ? young : old);
    }

    /** A full name beats a single one whatever the score. */
    private static boolean better(Found one, Found other) {
        boolean full = one.isFull() && one.score() >= SURE;
        boolean otherFull = other.isFull() && other.score() >= SURE;
        return full != otherFull ? full : one.score() > other.score();
    }

    private static List<Found> sorted(Collection<Found> found) {
        boolean anyFull = found.stream().anyMatch(one -> one.isFull() && one.score() >= SURE);
        return found.stream()
                .map(one -> anyFull && !one.isFull() ? one.scored(Math.min(one.score(), 0.7), false) : one)
                .sorted(Comparator.comparingDouble(Found::score)
                        .reversed()
                        .thenComparing(one -> one.person().id()))
                .collect(Collectors.toList());
    }

    /** Some words of an utterance, taken for one name. */
    private final class Window {
        private final Utterance utterance;
        private final int from;
        private final int to;
        private final int nearness;
        private final List<String> words;
        private final String letters;
        private final boolean isOrdinary;
        private final boolean isEdged;

        Window(Utterance utterance, Slots slots, int from, int to) {
            this.utterance = utterance;
            this.from = from;
            this.to = to;
            this.nearness = slots.nearness(from);
            this.words = utterance.words().subList(from, to);
            this.letters = words.stream().map(Window::bare).collect(Collectors.joining());
            this.isOrdinary =
                    words.stream().map(Window::bare).allMatch(word -> word.isEmpty() || Vocabulary.isCommon(word));
            this.isEdged = Vocabulary.isFunction(words.getFirst(), utterance.language())
                    || Vocabulary.isFunction(words.getLast(), utterance.language())
                    || Vocabulary.isFiller(words.getFirst())
                    || Vocabulary.isFiller(words.getLast());
        }

        /** Whose, and how Irish names are written: "maria's", "o'brien". */
        private static String bare(String word) {
            return word.replaceAll("'s$", "").replace("'", "");
        }

        List<Found> found() {
            if (letters.isEmpty() || letters.length() > 40) {
                return List.of();
            }
            List<Found> found = new ArrayList<>();
            for (Form form : byLetters.getOrDefault(letters, List.of())) {
                found.add(exactly(form));
                alike.getOrDefault(form, List.of()).forEach(other -> found.add(exactly(other)));
            }
            if (mayBeMisheard()) {
                Sounded heard = Sounded.of(letters);
                forms.stream()
                        .filter(form -> !form.isLiteral())
                        .map(form -> fuzzily(form, heard))
                        .forEach(found::add);
            }
            return found.stream().filter(one -> one.score() >= WORTH_ASKING).toList();
        }

        /** Ordinary words are names only where a name is asked for; what nobody waits for is none. */
        private boolean mayBeMisheard() {
            if (isEdged) {
                return nearness == 0 && letters.length() > 2;
            }
            boolean unusual = words.size() > 1 && !isOrdinary;
            return nearness != Slots.NONE && !(isOrdinary && words.size() == 1 && nearness > 0) || unusual;
        }

        private Found exactly(Form form) {
            boolean asked = nearness != Slots.NONE;
            if (form.isFull()) {
                return new Found(form.person(), form, 1, from, to, true);
            }
            if (form.kind() == Kind.TITLE) {
                return new Found(
                        form.person(), form, asked && !(words.size() == 1 && nearness > 1) ? 0.85 : 0, from, to, true);
            }
            boolean word = isOrdinary || isEdged;
            boolean learned = form.kind() == Kind.LEARNED;
            if (word && nearness != 0 && !isAll() || learned && !asked) {
                return new Found(form.person(), form, 0, from, to, false);
            }
            double score = learned ? AS_HEARD : asked ? 1 : OUT_OF_PLACE;
            return isBesideAnotherName(form)
                    ? new Found(form.person(), form, DOUBTFUL, from, to, false)
                    : new Found(form.person(), form, score, from, to, asked);
        }

        private boolean isBesideAnotherName(Form form) {
            return form.kind() != Kind.LAST && hasOtherSurname() || form.kind() != Kind.FIRST && hasOtherFirstName();
        }

        /** Whether nothing else was said. */
        private boolean isAll() {
            return utterance.words().stream()
                            .filter(word -> !Vocabulary.isFiller(word))
                            .count()
                    <= words.size();
        }

        private Found fuzzily(Form form, Sounded heard) {
            double score = letters.equals(form.written().letters()) ? 0 : Likeness.of(heard, form.written());
            boolean homophone = heard.isHomophoneOf(form.written());
            boolean same = false;
            for (Sounded reading : form.heard()) {
                boolean known = reading.letters().equals(letters);
                double like = known
                        ? (form.trust() == Trust.KNOWN ? AS_HEARD : GUESSED_READING)
                        : Likeness.of(heard, reading) - 0.02;
                score = Math.max(score, like);
                same |= known;
                homophone |= known || heard.isHomophoneOf(reading);
            }
            return isEdged && !same
                    ? new Found(form.person(), form, 0, from, to, false)
                    : judged(form, score, homophone);
        }

        /** What the place of the words and the words around them allow. */
        private Found judged(Form form, double likeness, boolean homophone) {
            double score = likeness;
            boolean single = !form.isFull();
            boolean oneWord = isOrdinary && words.size() == 1 && !homophone;
            if (score < WORTH_ASKING || single && nearness == Slots.NONE || oneWord) {
                return new Found(form.person(), form, 0, from, to, false);
            }
            if (isOrdinary && (!homophone || nearness > 1 && single)) {
                score -= single ? 0.2 : 0.08;
            }
            boolean anotherName = single && !homophone && words.stream().anyMatch(Vocabulary::isGivenName);
            boolean beside = single && isBesideAnotherName(form);
            if (anotherName) {
                score -= 0.2;
            } else if (beside || single && !homophone) {
                score = Math.min(score, beside ? DOUBTFUL : 0.79);
            }
            return new Found(form.person(), form, score, from, to, score >= SURE);
        }

        /** "Maria Lopez" is not our Maria Garcia. */
        private boolean hasOtherSurname() {
            if (to >= utterance.words().size() || words.getLast().endsWith("'s")) {
                return false;
            }
            String next = utterance.words().get(to);
            return Vocabulary.canBeSurname(next) && next.length() > 2 && !next.endsWith("'s");
        }

        private boolean hasOtherFirstName() {
            if (from == 0) {
                return false;
            }
            String before = utterance.words().get(from - 1);
            return Vocabulary.isGivenName(before)
                    || !Vocabulary.isCommon(before) && before.length() > 2 && !isTitle(before);
        }

        private static boolean isTitle(String word) {
            return List.of("mr", "mrs", "ms", "dr", "senor", "senora", "dona", "mister", "doctora")
                    .contains(word);
        }
    }
}
