package io.cloudpbx.hooks.send;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an endpoint and we know: 256 random bits, with which each request is signed as Standard Webhooks 1.0 has it. */
public final class SigningSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    public static SigningSecret fresh() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return new SigningSecret(random);
    }

    public static SigningSecret of(byte[] key) {
        return new SigningSecret(key.clone());
    }

    public byte[] key() {
        return key.clone();
    }

    /** As it is told, once. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The header {@code webhook-signature}: one signature for each secret that is valid. */
    static String header(List<SigningSecret> valid, String id, Instant at, String body) {
        return valid.stream()
                .map(secret -> "v1," + secret.signature(id, at, body))
                .collect(Collectors.joining(" "));
    }

    String signature(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = id + "." + at.getEpochSecond() + "." + body;
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningSecret secret && Arrays.equals(key, secret.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "****";
    }
}
