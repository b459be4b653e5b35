package io.cloudpbx.messaging.flow;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is looked for in plain words. It is tried only at words that it can begin with, which it tells itself: there
 * are several hundred, and each text is asked about all of them.
 *
 * @param beginnings pairs of letters with which a match can begin; null when it may begin elsewhere than at a word
 */
record Phrase(Pattern pattern, @Nullable BitSet beginnings) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 ";
    /** Letters of other alphabets, and what stands behind the end: anything may begin with them. */
    private static final int OTHER = LETTERS.length();

    private static final int KINDS = OTHER + 1;

    static Phrase of(Pattern pattern) {
        boolean atWords =
                pattern.pattern().startsWith("\\b") || pattern.pattern().startsWith("^");
        boolean elsewhere = canBegin(pattern, " ")
                || canBegin(pattern, ",")
                || pattern.pattern().contains("(?<=");
        return new Phrase(pattern, atWords && !elsewhere ? beginnings(pattern) : null);
    }

    private static BitSet beginnings(Pattern pattern) {
        BitSet beginnings = new BitSet(KINDS * KINDS);
        for (int first = 0; first < KINDS; first++) {
            boolean begins = first == OTHER || canBegin(pattern, letter(first));
            for (int second = 0; begins && second < KINDS; second++) {
                boolean goesOn = first == OTHER || second == OTHER || canBegin(pattern, letter(first) + letter(second));
                beginnings.set(first * KINDS + second, goesOn);
            }
        }
        return beginnings;
    }

    /** A pattern that fails without having asked for more than this cannot begin with it. */
    private static boolean canBegin(Pattern pattern, String beginning) {
        Matcher matcher = pattern.matcher(beginning);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    private static String letter(int kind) {
        return LETTERS.substring(kind, kind + 1);
    }

    boolean in(String text) {
        return in(new Words(text));
    }

    boolean in(Words words) {
        Matcher matcher = pattern.matcher(words.text);
        if (beginnings == null || words.text.isEmpty()) {
            return matcher.find();
        }
        if (!beginnings.intersects(words.beginnings)) {
            return false;
        }
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        for (int word = 0; word >= 0 && word < words.text.length(); word = next(words.text, word)) {
            if (beginnings.get(beginning(words.text, word))
                    && matcher.region(word, words.text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** A text, and with what its words begin: found once for all patterns. */
    static final class Words {
        private final String text;
        private final BitSet beginnings = new BitSet(KINDS * KINDS);

        Words(String text) {
            this.text = text;
            for (int word = 0; word >= 0 && word < text.length(); word = next(text, word)) {
                beginnings.set(beginning(text, word));
            }
        }
    }

    private static int next(String text, int word) {
        int blank = text.indexOf(' ', word);
        return blank < 0 ? blank : blank + 1;
    }

    private static int beginning(String text, int word) {
        return kind(text, word) * KINDS + kind(text, word + 1);
    }

    private static int kind(String text, int index) {
        int kind = index < text.length() ? LETTERS.indexOf(text.charAt(index)) : OTHER;
        return kind < 0 ? OTHER : kind;
    }
}
