package io.cloudpbx.knowledge.guard;

import java.util.Locale;
import java.util.stream.Collectors;

/** The instructions, repeated as they are, with other spacing, backwards or turned by thirteen letters. */
final class Leaks {
    /** Letters in a row that nobody writes by chance. */
    private static final int WINDOW = 36;

    private Leaks() {}

    static boolean in(String text, Ground ground) {
        String secret = letters(ground.instructions());
        String said = letters(text);
        return repeats(said, secret)
                || repeats(new StringBuilder(said).reverse().toString(), secret)
                || repeats(turned(said), secret);
    }

    private static boolean repeats(String said, String secret) {
        for (int at = 0; at + WINDOW <= said.length(); at++) {
            if (secret.contains(said.substring(at, at + WINDOW))) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static String turned(String letters) {
        return letters.chars()
                .mapToObj(letter -> String.valueOf((char) ('a' + (letter - 'a' + 13) % 26)))
                .collect(Collectors.joining());
    }
}
