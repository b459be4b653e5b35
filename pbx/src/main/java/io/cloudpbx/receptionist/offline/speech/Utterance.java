package io.cloudpbx.receptionist.offline.speech;

import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import java.util.Arrays;
import java.util.List;

/**
 * What was said, folded: small letters, no accents, no punctuation.
 *
 * @param words in their order, fillers left out
 */
public record Utterance(List<String> words, Language language) {
    /** What stands behind it nobody says in one breath; it bounds the time that hearing takes. */
    private static final int READ = 600;

    private static final int MOST_WORDS = 80;
    private static final List<String> NEVER_MEANT =
            List.of("um", "umm", "uh", "uhh", "uhm", "er", "err", "erm", "eh", "hmm", "mm", "mmm");

    public Utterance {
        words = List.copyOf(words);
    }

    /** @param before what the caller said earlier, for the language of a word or two */
    public static Utterance of(String heard, String before) {
        String folded = folded(heard);
        List<String> words = Arrays.stream(folded.split(" "))
                .filter(word -> !word.isEmpty() && !NEVER_MEANT.contains(word))
                .limit(MOST_WORDS)
                .toList();
        Language language = Vocabulary.languageOf(heard.length() > READ ? Plain.beginning(heard, READ) : heard, words);
        if (language == Language.ENGLISH && words.size() <= 3 && !before.isBlank()) {
            List<String> all = List.of(folded(before).split(" "));
            language = Vocabulary.languageOf(Plain.beginning(before, READ), all);
        }
        return new Utterance(words, language);
    }

    private static String folded(String heard) {
        // Recognition writes what is no speech in brackets.
        String speech = Plain.beginning(heard, READ).replaceAll("[\\[(<{][^\\])>}]{0,40}[\\])>}]", " ");
        return Plain.folded(speech).replaceAll("\\ba slash c\\b", "a c");
    }

    /** Its words with a blank between. */
    public String text() {
        return String.join(" ", words);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    public Utterance with(List<String> others) {
        return new Utterance(others, language);
    }

    /** Without the words from one place up to another. */
    public Utterance without(int from, int to) {
        var rest = new java.util.ArrayList<>(words.subList(0, from));
        rest.addAll(words.subList(to, words.size()));
        return with(rest);
    }

    /** How many of its words say something. */
    public int content() {
        return (int) words.stream().filter(Vocabulary::isContent).count();
    }
}
