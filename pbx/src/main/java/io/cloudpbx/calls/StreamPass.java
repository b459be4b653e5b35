package io.cloudpbx.calls;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * What lets the carrier open one stream for one call, once: an address that cannot be guessed, and a token that it brings along and that is
 * no part of the address (A19).
 */
record StreamPass(UUID stream, String token) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    static StreamPass fresh() {
        byte[] token = new byte[BYTES];
        RANDOM.nextBytes(token);
        return new StreamPass(
                UUID.randomUUID(), Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }
}
