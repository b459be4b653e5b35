package io.cloudpbx.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * 256 random bits that somebody is given once. We keep its SHA-256: a fast hash is right for what cannot be guessed (S7).
 *
 * @param text 64 hex digits
 */
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret fresh() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return new Secret(HexFormat.of().formatHex(random));
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /** In a time that does not tell how much of it is right. */
    public boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    @Override
    public String toString() {
        return "****";
    }
}
