package io.cloudpbx.calls.talk;

import io.cloudpbx.knowledge.words.Masked;
import io.cloudpbx.knowledge.words.Plain;
import java.util.regex.Pattern;

/**
 * What a caller said or pressed, as it is written down and thought about: without card numbers and other long ones (C32, C40).
 *
 * @param confidence of the recognition, from 0 to 1
 * @param digits keys; empty when none were pressed
 */
public record Heard(String words, double confidence, String digits) {
    private static final int LONGEST = 1000;

    /** Longer than any telephone number that is said in the country. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<!\\d)\\d(?:[ .,-]?\\d){11,}");

    public static Heard of(String words, double confidence, String digits) {
        String visible = Plain.beginning(Plain.visible(words).strip(), LONGEST);
        String masked = LONG_NUMBER.matcher(Masked.of(visible)).replaceAll("[long number]");
        return new Heard(masked, confidence, digits);
    }

    boolean isNothing() {
        return words.isBlank() && digits.isEmpty();
    }
}
