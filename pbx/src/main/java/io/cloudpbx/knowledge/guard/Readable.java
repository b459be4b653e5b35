package io.cloudpbx.knowledge.guard;

import io.cloudpbx.knowledge.words.Language;
import io.cloudpbx.knowledge.words.Plain;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a text is plain English or Spanish, the languages in which the other checks can read. */
final class Readable {
    private static final int LONGEST_WORD = 28;
    private static final double KNOWN_SHARE = 0.3;
    private static final Pattern SPELLED_OUT = Pattern.compile("(?:\\b\\p{L}\\b[\\s.,_*-]*){5,}");

    private Readable() {}

    static boolean isNot(String text, Ground ground) {
        return !isLatin(text)
                || isEncoded(text, ground)
                || SPELLED_OUT.matcher(text).find()
                || isForeign(text, ground);
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter ->
                        Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN && letter < 0x250);
    }

    private static boolean isEncoded(String text, Ground ground) {
        return Arrays.stream(text.split("\\s+"))
                .map(word -> word.replaceAll("\\p{Punct}+$", ""))
                .anyMatch(
                        word -> word.length() > LONGEST_WORD && !ground.known().contains(word));
    }

    private static boolean isForeign(String text, Ground ground) {
        String[] words = Plain.folded(text).split(" ");
        Set<String> known =
                Set.copyOf(Arrays.asList(Plain.folded(ground.known()).split(" ")));
        String[] others =
                Arrays.stream(words).filter(word -> !known.contains(word)).toArray(String[]::new);
        long common = Math.max(Language.ENGLISH.commonOf(others), Language.SPANISH.commonOf(others));
        // Of a few words one must be understood, of many a good part.
        return words.length - others.length + common < Math.max(1, KNOWN_SHARE * words.length);
    }
}
