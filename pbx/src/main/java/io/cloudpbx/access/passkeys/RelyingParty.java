package io.cloudpbx.access.passkeys;

import io.cloudpbx.access.AccessSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom passkeys are for: this installation, by the name that people type.
 *
 * @param id the host
 * @param origin where answers come from, and from nowhere else
 */
record RelyingParty(String id, String origin) {
    static RelyingParty of(AccessSettings settings) {
        URI url = settings.publicUrl();
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return new RelyingParty(
                host, url.getScheme() + "://" + url.getRawAuthority().toLowerCase(Locale.ROOT));
    }

    /** Browsers keep passkeys for names, never for bare addresses, and make them where nobody listens in. */
    boolean isPossible() {
        boolean named = !id.contains(":") && !id.matches("[0-9.]+");
        return named && (origin.startsWith("https:") || id.equals("localhost"));
    }

    /** Both halves of an answer, as they were signed. */
    record Answer(byte[] clientData, byte[] authenticatorData) {}

    /** What the authenticator said, and in answer to which challenge. */
    record Accepted(AuthenticatorData data, String challenge) {}

    /** When both it and the browser said it to us, of somebody who was there and known to it. */
    Optional<Accepted> accepted(String type, Answer answer) {
        byte[] us = Hashes.sha256(id.getBytes(StandardCharsets.UTF_8));
        return ClientData.read(answer.clientData())
                .filter(client -> client.type().equals(type))
                .filter(client -> client.origin().equals(origin) && !client.framed())
                .flatMap(client -> AuthenticatorData.read(answer.authenticatorData())
                        .filter(data -> data.present() && data.verified())
                        .filter(data -> MessageDigest.isEqual(data.relyingParty(), us))
                        .map(data -> new Accepted(data, client.challenge())));
    }
}
