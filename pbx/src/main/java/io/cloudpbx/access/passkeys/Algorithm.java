package io.cloudpbx.access.passkeys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** How a passkey signs; these three are what authenticators have. */
public enum Algorithm {
    ES256(-7, "EC", "SHA256withECDSA"),
    ED25519(-8, "Ed25519", "Ed25519"),
    RS256(-257, "RSA", "SHA256withRSA");

    private final int number;
    private final String keys;
    private final String signatures;

    Algorithm(int number, String keys, String signatures) {
        this.number = number;
        this.keys = keys;
        this.signatures = signatures;
    }

    /** As COSE numbers it. */
    public int number() {
        return number;
    }

    static Optional<Algorithm> of(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }

    boolean isKey(byte[] encoded) {
        try {
            key(encoded);
            return true;
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    boolean verifies(byte[] encodedKey, byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance(signatures);
            check.initVerify(key(encodedKey));
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private PublicKey key(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(keys).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
