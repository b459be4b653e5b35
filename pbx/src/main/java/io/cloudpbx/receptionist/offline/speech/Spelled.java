package io.cloudpbx.receptionist.offline.speech;

import java.util.List;
import java.util.Optional;

/** A word spelled letter by letter: "M A R C U S", "t as in tom, r, a, double l". */
public final class Spelled {
    private static final int FEWEST = 3;

    private Spelled() {}

    /** The longest one in the utterance. */
    public static Optional<String> in(Utterance utterance) {
        List<String> words = utterance.words();
        String longest = "";
        for (int i = 0; i < words.size(); i++) {
            String letters = from(words, i);
            longest = letters.length() > longest.length() ? letters : longest;
        }
        return longest.length() >= FEWEST ? Optional.of(longest) : Optional.empty();
    }

    private static String from(List<String> words, int start) {
        var letters = new StringBuilder();
        int i = start;
        while (i < words.size()) {
            String word = words.get(i);
            boolean twice = word.equals("double") && i + 1 < words.size() && isLetter(words.get(i + 1));
            if (twice) {
                letters.append(words.get(i + 1));
                i++;
                continue;
            }
            if (!isLetter(word)) {
                break;
            }
            letters.append(word);
            i += explained(words, i + 1);
        }
        return letters.toString();
    }

    /** One, and what is said to make a letter clear: "as in tom", "for tom", "like tom". */
    private static int explained(List<String> words, int at) {
        if (at + 2 < words.size()
                && words.get(at).equals("as")
                && (words.get(at + 1).equals("in") || words.get(at + 1).equals("and"))) {
            return 4;
        }
        boolean like = at + 1 < words.size()
                && (words.get(at).equals("like") || words.get(at).equals("de"));
        return like ? 3 : 1;
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }
}
