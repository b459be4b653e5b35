package io.cloudpbx.receptionist.offline.roster;

import io.cloudpbx.knowledge.words.Plain;
import io.cloudpbx.receptionist.Directory.Person;
import io.cloudpbx.receptionist.offline.roster.Form.Kind;
import io.cloudpbx.receptionist.offline.roster.Form.Trust;
import io.cloudpbx.receptionist.offline.sound.Readings;
import io.cloudpbx.receptionist.offline.sound.Sounded;
import io.cloudpbx.receptionist.offline.speech.WordList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All ways in which one person may be called: names, what they go by, nicknames, last name first. */
final class Forms {
    private static final Map<String, List<String>> NICKNAMES = WordList.heads("nicknames.txt");
    private static final int MOST_READINGS = 4;
    private static final Set<String> HONORIFICS =
            Set.of("dr", "doctor", "mr", "mrs", "ms", "jr", "sr", "ii", "iii", "md", "dds", "rn", "esq", "phd");

    private final Person person;
    private final List<Form> forms = new ArrayList<>();

    private Forms(Person person) {
        this.person = person;
    }

    static List<Form> of(Person person) {
        var made = new Forms(person);
        made.names();
        return made.forms;
    }

    /** The words of a name, folded, titles left out. */
    static List<String> words(String name) {
        String plain = Plain.folded(Plain.beginning(name, 80)).replace("'", "");
        return Arrays.stream(plain.split(" "))
                .filter(word -> !word.isEmpty() && !HONORIFICS.contains(word))
                .toList();
    }

    private void names() {
        Set<List<String>> firsts = firsts();
        Set<List<String>> lasts = lasts();
        for (List<String> first : firsts) {
            add(Kind.FIRST, first, List.of());
            for (List<String> last : lasts) {
                add(Kind.FULL, first, last);
                add(Kind.FULL, last, first);
            }
        }
        lasts.forEach(last -> add(Kind.LAST, last, List.of()));
        if (!lasts.isEmpty()) {
            initials(firsts, lasts.iterator().next());
        }
        person.heardAs().soundsLike().forEach(sound -> soundsLike(words(sound), firsts, lasts));
        person.heardAs().learned().forEach(learned -> literal(Kind.LEARNED, words(learned)));
        List<String> title = words(person.title());
        if (title.size() <= 5) {
            literal(Kind.TITLE, title);
        }
    }

    private void literal(Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            forms.add(new Form(person, kind, words.size(), sounded(words), List.of(), Trust.LITERAL));
        }
    }

    /** Nobody says whether it is how the first name sounds, the last or both: it stands alone and for either. */
    private void soundsLike(List<String> sound, Set<List<String>> firsts, Set<List<String>> lasts) {
        if (sound.isEmpty()) {
            return;
        }
        heard(Kind.SOUNDS_LIKE, sound, List.of());
        firsts.forEach(first -> heard(Kind.FULL, first, sound));
        lasts.forEach(last -> heard(Kind.FULL, sound, last));
    }

    /** Written as it is heard, so that there is nothing to guess. */
    private void heard(Kind kind, List<String> first, List<String> then) {
        List<String> words = Stream.concat(first.stream(), then.stream()).toList();
        forms.add(new Form(person, kind, words.size(), sounded(words), List.of(), Trust.KNOWN));
    }

    /** "Maria G": only ever taken literally. */
    private void initials(Set<List<String>> firsts, List<String> last) {
        for (List<String> first : firsts) {
            List<String> words = new ArrayList<>(first);
            words.add(last.getFirst().substring(0, 1));
            forms.add(new Form(person, Kind.FULL, words.size(), sounded(words), List.of(), Trust.LITERAL));
        }
    }

    private Set<List<String>> firsts() {
        Set<List<String>> firsts = new LinkedHashSet<>();
        for (String name : new String[] {person.goesBy() == null ? "" : person.goesBy(), person.firstName()}) {
            List<String> words = words(name);
            if (!words.isEmpty()) {
                firsts.add(words);
                firsts.add(words.subList(0, 1));
                NICKNAMES.getOrDefault(words.getFirst(), List.of()).forEach(nickname -> firsts.add(List.of(nickname)));
            }
        }
        return firsts;
    }

    private Set<List<String>> lasts() {
        Set<List<String>> lasts = new LinkedHashSet<>();
        List<String> words = words(person.lastName());
        if (!words.isEmpty()) {
            lasts.add(words);
            // Of two surnames people use the first, of a hyphened one either.
            words.stream().filter(word -> word.length() > 3).forEach(word -> lasts.add(List.of(word)));
        }
        return lasts;
    }

    private void add(Kind kind, List<String> first, List<String> then) {
        List<String> words = new ArrayList<>(first);
        words.addAll(then);
        boolean isKnown = words.stream().anyMatch(Readings::isKnown);
        String written = String.join("", words);
        List<Sounded> heard = readings(words).stream()
                .filter(reading -> !reading.equals(written))
                .map(Sounded::of)
                .toList();
        forms.add(new Form(
                person, kind, words.size(), Sounded.of(written), heard, isKnown ? Trust.KNOWN : Trust.GUESSED));
    }

    private static Set<String> readings(List<String> words) {
        Set<String> all = Set.of("");
        for (String word : words) {
            List<String> each = Readings.of(word).stream()
                    .limit(words.size() == 1 ? 8 : MOST_READINGS)
                    .toList();
            all = all.stream()
                    .flatMap(before -> each.stream().map(reading -> before + reading))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return all;
    }

    private static Sounded sounded(List<String> words) {
        return Sounded.of(String.join("", words));
    }
}
