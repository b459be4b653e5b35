package io.cloudpbx.access.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.UUID;

/** An authenticator with one key, and the browser before it; each may be made to lie. */
final class SoftKey {
    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int NEW_KEY = 0x40;

    String relyingParty = "localhost";
    String origin = "http://localhost:8080";
    int flags = PRESENT | VERIFIED;
    int uses = 0;

    private final byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    private final KeyPair keys;

    SoftKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The body of a request that adds it. */
    String made(String challenge, String name) {
        byte[] data = ByteBuffer.allocate(37 + 16 + 2 + id.length)
                .put(data(flags | NEW_KEY))
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .array();
        return """
                {"name":"%s","clientData":"%s","authenticatorData":"%s","publicKey":"%s","algorithm":-7}""".formatted(
                        name,
                        Base64Url.text(client("webauthn.create", challenge)),
                        Base64Url.text(data),
                        Base64Url.text(keys.getPublic().getEncoded()));
    }

    /** The body of a request that signs in with it. */
    String signed(String challenge) {
        byte[] client = client("webauthn.get", challenge);
        byte[] data = data(flags);
        return """
                {"id":"%s","clientData":"%s","authenticatorData":"%s","signature":"%s"}""".formatted(
                Base64Url.text(id), Base64Url.text(client), Base64Url.text(data), Base64Url.text(sign(data, client)));
    }

    private byte[] data(int flags) {
        return ByteBuffer.allocate(37)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(uses)
                .array();
    }

    private byte[] client(String type, String challenge) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false,"more":[1]}""".formatted(type, challenge, origin).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
