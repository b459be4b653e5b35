package io.cloudpbx.knowledge.words;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Card and social-security numbers, which nobody but a person of the business may see (C32, C40). */
public final class Masked {
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){12,18}(?!\\d)");
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?<!\\d)\\d{3}([ .-])\\d{2}\\1\\d{4}(?!\\d)");

    private Masked() {}

    /** The text with such numbers blotted out. */
    public static String of(String text) {
        String cards = DIGITS.matcher(text).replaceAll(found -> isCard(found) ? "[card number]" : "$0");
        return SOCIAL_SECURITY.matcher(cards).replaceAll("[social security number]");
    }

    public static boolean holdsNumbers(String text) {
        return !of(text).equals(text);
    }

    /** By Luhn's check digit, which one in ten other numbers of the length has too. */
    private static boolean isCard(MatchResult found) {
        String digits = found.group().replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
