package io.cloudpbx.dialing.flow;

import java.util.Arrays;
import java.util.Optional;

/** Numbers that call for help and that the carrier connects (C35). Nothing that may keep a call from being placed is asked about them. */
public enum HelpNumber {
    EMERGENCY("911", true),
    /** What 911 is in most of the world; here it is the same. */
    EMERGENCY_ABROAD("112", true),
    /** Reads back the address that is registered for the number that calls. */
    ADDRESS_TEST("933", false),
    /** Whoever calls it may not want anybody here to know. */
    LIFELINE("988", false);

    /** For an outside line, as older phone systems wanted it. */
    private static final String PREFIX = "9";

    private final String digits;
    private final boolean tellsStaff;

    HelpNumber(String digits, boolean tellsStaff) {
        this.digits = digits;
        this.tellsStaff = tellsStaff;
    }

    public String digits() {
        return digits;
    }

    /** Whether others here are to know at once that it was called. */
    public boolean tellsStaff() {
        return tellsStaff;
    }

    /** @param text as a person writes it, perhaps with a country's code before it */
    public static Optional<HelpNumber> written(String text) {
        String bare = text.replaceAll("\\D", "");
        String digits = text.strip().startsWith("+") ? bare.replaceFirst("^1", "") : bare;
        return ofDigits(digits).or(() -> afterPrefix(digits));
    }

    public static Optional<HelpNumber> ofDigits(String digits) {
        return Arrays.stream(values())
                .filter(number -> number.digits.equals(digits))
                .findFirst();
    }

    private static Optional<HelpNumber> afterPrefix(String digits) {
        return ofDigits(digits.replaceFirst("^" + PREFIX, ""))
                .filter(number -> digits.startsWith(PREFIX) && (number == EMERGENCY || number == ADDRESS_TEST));
    }
}
