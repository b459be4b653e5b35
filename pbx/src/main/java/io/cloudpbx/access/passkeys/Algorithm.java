package io.cloudpbx.access.passkeys;

import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** How a passkey signs; these three are what authenticators have. */
public enum Algorithm {
    ES256(-7),
    ED25519(-8),
    RS256(-257);

    private final int number;

    Algorithm(int number) {
        this.number = number;
    }

    /** As COSE numbers it. */
    public int number() {
        return number;
    }

    static Optional<Algorithm> of(COSEKey key) {
        return Arrays.stream(values())
                .filter(each -> each.identifier().equals(key.getAlgorithm()))
                .findFirst();
    }

    COSEAlgorithmIdentifier identifier() {
        return COSEAlgorithmIdentifier.create(number);
    }

    /** @param encoded in X.509, as keys are kept */
    COSEKey key(byte[] encoded) {
        return switch (this) {
            case ES256 -> EC2COSEKey.create((ECPublicKey) decoded("EC", encoded), identifier());
            case ED25519 -> EdDSACOSEKey.create((EdECPublicKey) decoded("Ed25519", encoded), identifier());
            case RS256 -> RSACOSEKey.create((RSAPublicKey) decoded("RSA", encoded), identifier());
        };
    }

    private static PublicKey decoded(String kind, byte[] encoded) {
        try {
            return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A key is kept that is none.", impossible);
        }
    }
}
