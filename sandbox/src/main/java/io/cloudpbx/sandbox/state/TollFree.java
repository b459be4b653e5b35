package io.cloudpbx.sandbox.state;

import java.util.List;

/** The American toll-free prefixes ({@code twilio.md} section 19.1). */
public final class TollFree {
    public static final List<String> PREFIXES = List.of("800", "833", "844", "855", "866", "877", "888");

    private TollFree() {}

    /** Whether a number in E.164 form has one of the prefixes. */
    public static boolean is(String e164) {
        return e164.startsWith("+1") && e164.length() == 12 && PREFIXES.contains(e164.substring(2, 5));
    }
}
