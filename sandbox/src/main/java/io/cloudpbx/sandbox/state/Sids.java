package io.cloudpbx.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    /** An identifier for what follows from another thing, and can follow from it only once. */
    public static String derived(String prefix, String cause) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(cause.getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
