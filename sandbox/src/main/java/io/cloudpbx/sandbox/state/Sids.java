package io.cloudpbx.sandbox.state;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Twilio's identifiers: two capitals and 32 lower-case hexadecimal digits ({@code twilio.md} section 11). */
public final class Sids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sids() {}

    /** A new identifier, such as {@code CA…} for the prefix {@code CA}. */
    public static String next(String prefix) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
