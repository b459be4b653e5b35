package io.cloudpbx.sandbox.rest;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern over phone numbers: digits, letters by their keys, {@code *} for any one digit ({@code twilio.md} section
 * 12). It may stand anywhere in the number; a leading {@code +} ties it to the start.
 */
final class NumberPattern {
    private static final Pattern VALID = Pattern.compile("\\+?[0-9A-Za-z*]{2,16}");
    private static final String KEYS = "22233344455566677778889999";

    private NumberPattern() {}

    static Pattern compile(String text) {
        String pattern = text.replaceAll("[\\s().-]", "");
        if (!VALID.matcher(pattern).matches()) {
            throw ApiError.invalid(20001, "A pattern is 2 to 16 digits, letters and *: " + text);
        }
        StringBuilder regex = new StringBuilder();
        pattern.toUpperCase(Locale.ROOT).chars().forEach(c -> {
            switch (c) {
                case '+' -> regex.append("^\\+");
                case '*' -> regex.append("\\d");
                default -> regex.append(c >= 'A' ? KEYS.charAt(c - 'A') : (char) c);
            }
        });
        return Pattern.compile(regex.toString());
    }
}
