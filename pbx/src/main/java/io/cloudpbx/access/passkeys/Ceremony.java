package io.cloudpbx.access.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import io.cloudpbx.access.store.PasskeyRows.Key;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Holds what browsers and authenticators say against what we expect (WebAuthn 3, sections 7.1 and 7.2); the reading and the cryptography are
 * webauthn4j's, which lets the exceptions of its own reader through. Who made an authenticator is of no interest, so no attestation is
 * asked for and none looked at.
 */
record Ceremony(RelyingParty party) {
    /** Takes a moment to load, which a start need not wait for. */
    private static final class Library {
        static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager();
        static final List<PublicKeyCredentialParameters> ALGORITHMS = Arrays.stream(Algorithm.values())
                .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each.identifier()))
                .toList();
    }

    /**
     * A key that was just made.
     *
     * @param publicKey in X.509
     * @param uses how often it was used; 0 of those that do not count
     * @param backupEligible whether its maker may keep copies of it
     * @param challenge that it was made in answer to
     */
    record Made(
            byte[] credential,
            byte[] publicKey,
            Algorithm algorithm,
            long uses,
            boolean backupEligible,
            boolean backedUp,
            String challenge) {}

    /** @param open whether a challenge is ours, and not over */
    Optional<Made> made(byte[] clientData, byte[] attestation, Predicate<String> open) {
        try {
            RegistrationData read = Library.MANAGER.parse(new RegistrationRequest(attestation, clientData));
            return expected(read.getCollectedClientData(), open).flatMap(here -> verified(read, here));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** At a point that lies on no curve the JDK throws what it likes, so whatever is thrown here is a refusal. */
    private static Optional<Made> verified(RegistrationData read, ServerProperty here) {
        try {
            return made(Library.MANAGER.verify(read, new RegistrationParameters(here, Library.ALGORITHMS, true, true)));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Made> made(RegistrationData verified) {
        var data = Objects.requireNonNull(verified.getAttestationObject()).getAuthenticatorData();
        var made = Objects.requireNonNull(data.getAttestedCredentialData());
        var key = Objects.requireNonNull(made.getCOSEKey().getPublicKey());
        return Algorithm.of(made.getCOSEKey())
                .map(algorithm -> new Made(
                        made.getCredentialId(),
                        key.getEncoded(),
                        algorithm,
                        data.getSignCount(),
                        data.isFlagBE(),
                        data.isFlagBS(),
                        challengeOf(Objects.requireNonNull(verified.getCollectedClientData()))));
    }

    /**
     * One use of a key.
     *
     * @param uses how often it has been used, as it counts itself
     * @param challenge that it signed
     */
    record Use(long uses, boolean backupEligible, boolean backedUp, String challenge) {}

    /** @param open whether a challenge is ours, and not over */
    Optional<Use> use(Passkeys.Signed signed, Key key, Predicate<String> open) {
        try {
            AuthenticationData read = Library.MANAGER.parse(new AuthenticationRequest(
                    signed.credential(), signed.authenticatorData(), signed.clientData(), signed.signature()));
            return expected(read.getCollectedClientData(), open)
                    .map(here -> Library.MANAGER.verify(
                            read, new AuthenticationParameters(here, kept(key), List.of(key.credential()), true, true)))
                    .map(Ceremony::use);
        } catch (WebAuthnException | JacksonException refused) {
            return Optional.empty();
        }
    }

    private static Use use(AuthenticationData verified) {
        var data = Objects.requireNonNull(verified.getAuthenticatorData());
        return new Use(
                data.getSignCount(),
                data.isFlagBE(),
                data.isFlagBS(),
                challengeOf(Objects.requireNonNull(verified.getCollectedClientData())));
    }

    private static CredentialRecordImpl kept(Key key) {
        var credential = new AttestedCredentialData(
                AAGUID.ZERO,
                key.credential(),
                Algorithm.valueOf(key.algorithm()).key(key.publicKey()));
        return new CredentialRecordImpl(
                null, true, key.backupEligible(), key.backedUp(), key.uses(), credential, null, null, null, null);
    }

    /** Nothing when the challenge is not open, or the page stood in a frame of somebody else's. */
    private Optional<ServerProperty> expected(@Nullable CollectedClientData said, Predicate<String> open) {
        return Optional.ofNullable(said)
                .filter(client -> !Boolean.TRUE.equals(client.getCrossOrigin()))
                .filter(client -> open.test(challengeOf(client)))
                .map(client -> new ServerProperty(new Origin(party.origin()), party.id(), client.getChallenge()));
    }

    private static String challengeOf(CollectedClientData client) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(client.getChallenge().getValue());
    }
}
