package io.cloudpbx.access;

import io.cloudpbx.access.account.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets that we need to read again, by a key that is not in the database (T11): AES-256-GCM. The key is {@code
 * CLOUDPBX_SECRET_KEY}, the same at every node, or else made once in a file of the data folder.
 */
@Component
public class Sealed {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final AccessSettings settings;

    Sealed(AccessSettings settings) {
        this.settings = settings;
    }

    /** @param owner whom the secret belongs to: opened for anybody else it is unreadable */
    public byte[] seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        return ByteBuffer.allocate(NONCE_BYTES + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
    }

    /** @throws IllegalStateException when it was sealed with another key, or for another owner */
    public byte[] open(byte[] hidden, String owner) {
        var bytes = ByteBuffer.wrap(hidden);
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[hidden.length - NONCE_BYTES];
        bytes.get(nonce).get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest, owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException(
                    "A kept secret cannot be read: CLOUDPBX_SECRET_KEY, or the file secret-key, is another than when it was kept.",
                    wrong);
        }
    }

    private byte[] key() {
        String given = settings.secretKey();
        return HexFormat.of().parseHex(given == null || given.isBlank() ? ownKey() : given.strip());
    }

    private String ownKey() {
        Path file = settings.data().resolve("secret-key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException("The key of kept secrets cannot be read or written: " + file, failed);
        }
    }

    /** Written beside and then put in place, so that nobody reads half of it; of two who do so at once the first counts. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "secret-key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, Secret.fresh().text() + "\n");
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException other) {
            // Somebody else's is as good.
        } finally {
            Files.delete(fresh);
        }
    }
}
