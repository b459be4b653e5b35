package io.cloudpbx.sandbox.rest;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as clients write them and as Twilio shows them. */
final class PhoneNumbers {
    private static final Pattern AMERICAN = Pattern.compile("\\+1[2-9]\\d{2}[2-9]\\d{6}");
    private static final Pattern OTHER = Pattern.compile("\\+[2-9]\\d{6,14}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s().-]");

    private PhoneNumbers() {}

    /** The number in E.164, when it can be one. A number without country code is American. */
    static Optional<String> parse(String text) {
        String digits = PUNCTUATION.matcher(text).replaceAll("");
        String number = digits.startsWith("+")
                ? digits
                : digits.length() == 11 && digits.startsWith("1") ? "+" + digits : "+1" + digits;
        boolean valid =
                AMERICAN.matcher(number).matches() || OTHER.matcher(number).matches() || MagicNumbers.isMagic(number);
        return valid ? Optional.of(number) : Optional.empty();
    }

    /** {@code (415) 555-0100}; numbers of other countries stay as they are. */
    static String display(String e164) {
        return e164.startsWith("+1") && e164.length() == 12
                ? "(%s) %s-%s".formatted(e164.substring(2, 5), e164.substring(5, 8), e164.substring(8))
                : e164;
    }
}
