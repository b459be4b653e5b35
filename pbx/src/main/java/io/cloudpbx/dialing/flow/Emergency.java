package io.cloudpbx.dialing.flow;

import java.util.Set;

/** Numbers that call for help. They are never dialled from here: nobody would know where the caller is. */
public final class Emergency {
    private static final Set<String> NUMBERS = Set.of("911", "933", "112", "999", "988", "000", "110", "118", "119");

    private Emergency() {}

    /** @param written as a person writes it, perhaps with a country's code before it */
    public static boolean isOne(String written) {
        String digits = written.replaceAll("\\D", "");
        return NUMBERS.contains(digits)
                || (written.strip().startsWith("+") && NUMBERS.contains(digits.replaceFirst("^1", "")));
    }
}
