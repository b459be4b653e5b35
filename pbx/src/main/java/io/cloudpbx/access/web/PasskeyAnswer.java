package io.cloudpbx.access.web;

import io.cloudpbx.access.passkeys.Passkeys;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a passkey signed, in base64url as WebAuthn writes it.
 *
 * @param id the passkey's own
 */
record PasskeyAnswer(
        @NotNull @Size(max = 2000) String id,
        @NotNull @Size(max = 4000) String clientData,
        @NotNull @Size(max = 4000) String authenticatorData,
        @NotNull @Size(max = 4000) String signature) {
    Passkeys.Signed signed() {
        return new Passkeys.Signed(
                Base64Url.bytes("id", id),
                Base64Url.bytes("clientData", clientData),
                Base64Url.bytes("authenticatorData", authenticatorData),
                Base64Url.bytes("signature", signature));
    }
}
