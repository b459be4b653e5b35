package io.cloudpbx.access.web;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/** Both halves of a key, and how COSE (RFC 9053) writes the public one. */
record SoftKeyPair(Kind kind, PrivateKey own, PublicKey told) {
    /** @param begins what every key of the kind begins with in COSE, in hex */
    record Kind(String keys, int size, String signatures, String begins) {}

    static final Kind ES256 = new Kind("EC", 256, "SHA256withECDSA", "a5 01 02 03 26 20 01");
    static final Kind ED25519 = new Kind("Ed25519", 255, "Ed25519", "a4 01 01 03 27 20 06");
    static final Kind RS256 = new Kind("RSA", 2048, "SHA256withRSA", "a4 01 03 03 39 0100");
    /** An algorithm that we do not offer. */
    static final Kind ES384 = new Kind("EC", 384, "SHA384withECDSA", "a5 01 02 03 38 22 20 02");
    /** A point of one curve that says it lies on another. */
    static final Kind MISNAMED = new Kind("EC", 384, "SHA384withECDSA", "a5 01 02 03 26 20 01");

    static SoftKeyPair of(Kind kind) {
        try {
            var generator = KeyPairGenerator.getInstance(kind.keys());
            generator.initialize(kind.size());
            var pair = generator.generateKeyPair();
            return new SoftKeyPair(kind, pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] cose() {
        byte[] begins = HexFormat.of().parseHex(kind.begins().replace(" ", ""));
        return switch (told) {
            case ECPublicKey point ->
                SoftKey.joined(
                        begins,
                        named(0x21, number(point.getW().getAffineX(), kind.size() / 8)),
                        named(0x22, number(point.getW().getAffineY(), kind.size() / 8)));
            case RSAPublicKey numbers ->
                SoftKey.joined(
                        begins,
                        HexFormat.of().parseHex("20590100"),
                        number(numbers.getModulus(), 256),
                        HexFormat.of().parseHex("2143010001"));
            // The last 32 bytes of its X.509 form are the key itself (RFC 8410).
            default -> {
                byte[] encoded = told.getEncoded();
                yield SoftKey.joined(
                        begins, named(0x21, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
            }
        };
    }

    private static byte[] named(int name, byte[] bytes) {
        return SoftKey.joined(new byte[] {(byte) name, 0x58, (byte) bytes.length}, bytes);
    }

    private static byte[] number(BigInteger number, int size) {
        byte[] signed = number.toByteArray();
        byte[] plain = new byte[size];
        int length = Math.min(signed.length, size);
        System.arraycopy(signed, signed.length - length, plain, size - length, length);
        return plain;
    }
}
