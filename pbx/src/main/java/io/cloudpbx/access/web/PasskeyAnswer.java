package io.cloudpbx.access.web;

import io.cloudpbx.access.passkeys.Passkeys;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a passkey signed, in base64url as WebAuthn writes it.
 *
 * @param id the passkey's own
 * @param userHandle whose it is, as the authenticator says; signing in takes it
 */
record PasskeyAnswer(
        @NotNull @Size(max = 2000) String id,
        @NotNull @Size(max = 4000) String clientData,
        @NotNull @Size(max = 4000) String authenticatorData,
        @NotNull @Size(max = 4000) String signature,
        @Nullable @Size(max = 200) String userHandle) {
    Passkeys.Signed signed() {
        return new Passkeys.Signed(
                Base64Url.bytes("id", id),
                Base64Url.bytes("clientData", clientData),
                Base64Url.bytes("authenticatorData", authenticatorData),
                Base64Url.bytes("signature", signature),
                userHandle == null ? null : Base64Url.bytes("userHandle", userHandle));
    }
}
