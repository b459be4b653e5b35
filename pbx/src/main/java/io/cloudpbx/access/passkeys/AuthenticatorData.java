package io.cloudpbx.access.passkeys;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What an authenticator says (WebAuthn 3, section 6.1).
 *
 * @param relyingParty SHA-256 of whom the key is for
 * @param present whether somebody was there
 * @param verified whether they were known by finger, face or PIN
 * @param uses how often the key was used; 0 of those that do not count
 * @param credential the id of the key that was just made; empty when none was
 */
record AuthenticatorData(byte[] relyingParty, boolean present, boolean verified, long uses, byte[] credential) {
    private static final int HASH = 32;
    private static final int MODEL = 16;
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int NEW_KEY = 0x40;
    private static final int MOST = 1023;

    /** Nothing when it is too short for what it says it holds. */
    static Optional<AuthenticatorData> read(byte[] bytes) {
        try {
            return Optional.of(read(ByteBuffer.wrap(bytes)));
        } catch (BufferUnderflowException tooShort) {
            return Optional.empty();
        }
    }

    private static AuthenticatorData read(ByteBuffer bytes) {
        byte[] relyingParty = taken(bytes, HASH);
        int flags = bytes.get();
        long uses = Integer.toUnsignedLong(bytes.getInt());
        return new AuthenticatorData(
                relyingParty,
                (flags & PRESENT) != 0,
                (flags & VERIFIED) != 0,
                uses,
                (flags & NEW_KEY) != 0 ? credential(bytes) : new byte[0]);
    }

    private static byte[] credential(ByteBuffer bytes) {
        taken(bytes, MODEL);
        int length = Short.toUnsignedInt(bytes.getShort());
        return length > MOST ? new byte[0] : taken(bytes, length);
    }

    private static byte[] taken(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }
}
