package io.cloudpbx.dialing.flow;

import java.util.Set;

/** Emergency numbers of other countries, which no carrier connects from here. */
public final class HelpAbroad {
    private static final Set<String> NUMBERS = Set.of("999", "000", "110", "118", "119");

    private HelpAbroad() {}

    /** @param written as a person writes it, perhaps with a country's code before it */
    public static boolean isOne(String written) {
        String digits = written.replaceAll("\\D", "");
        return NUMBERS.contains(digits)
                || (written.strip().startsWith("+") && NUMBERS.contains(digits.replaceFirst("^1", "")));
    }
}
