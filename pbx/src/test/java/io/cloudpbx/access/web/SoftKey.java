package io.cloudpbx.access.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authenticator with one key, and the browser before it; each may be made to lie. Its CBOR is written by hand, as the specification has it. */
final class SoftKey {
    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    static final int MAY_BE_COPIED = 0x08;
    static final int COPIED = 0x10;
    private static final int NEW_KEY = 0x40;

    String relyingParty = "localhost";
    String origin = "http://localhost:8080";
    boolean framed = false;
    int flags = PRESENT | VERIFIED;
    int uses = 0;
    /** Whose it is, in base64url; told when it is made. */
    @Nullable
    String handle = null;

    private final byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    private final SoftKeyPair keys;

    SoftKey() {
        this(SoftKeyPair.ES256);
    }

    SoftKey(SoftKeyPair.Kind kind) {
        keys = SoftKeyPair.of(kind);
    }

    /** The body of a request that adds it. */
    String made(String challenge, String name) {
        byte[] data = joined(data(flags | NEW_KEY), new byte[16], new byte[] {0, (byte) id.length}, id, keys.cose());
        byte[] attestation = joined(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                ByteBuffer.allocate(3)
                        .put((byte) 0x59)
                        .putShort((short) data.length)
                        .array(),
                data);
        return """
                {"name":"%s","clientData":"%s","attestation":"%s"}""".formatted(name, Base64Url.text(client("webauthn.create", challenge)), Base64Url.text(attestation));
    }

    private static byte[] text(String words) {
        return joined(new byte[] {(byte) (0x60 + words.length())}, words.getBytes(StandardCharsets.US_ASCII));
    }

    /** The body of a request that signs in with it. */
    String signed(String challenge) {
        byte[] client = client("webauthn.get", challenge);
        byte[] data = data(flags);
        return """
                {"id":"%s","userHandle":%s,"clientData":"%s","authenticatorData":"%s","signature":"%s"}""".formatted(
                        Base64Url.text(id),
                        handle == null ? "null" : "\"" + handle + "\"",
                        Base64Url.text(client),
                        Base64Url.text(data),
                        Base64Url.text(sign(data, client)));
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
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":%s,"more":[1]}""".formatted(type, challenge, origin, framed).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance(keys.kind().signatures());
            signature.initSign(keys.own());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
