package io.cloudpbx.calls.talk;

import io.cloudpbx.knowledge.words.Masked;
import io.cloudpbx.knowledge.words.Plain;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        return new Heard(masked(visible), confidence, digits);
    }

    private static String masked(String text) {
        return LONG_NUMBER.matcher(Masked.of(text)).replaceAll("[long number]");
    }

    /** What a model wrote, which may be a caller's words: each text in it, however deep, as if it had been heard. */
    public static Object masked(Object written) {
        return switch (written) {
            case String text -> masked(Plain.beginning(Plain.visible(text), LONGEST));
            case List<?> list -> list.stream().map(Heard::masked).toList();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> masked(entry.getValue())));
            default -> written;
        };
    }

    boolean isNothing() {
        return words.isBlank() && digits.isEmpty();
    }
}
