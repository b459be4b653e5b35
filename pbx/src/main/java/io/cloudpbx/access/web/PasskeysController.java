package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.passkeys.Algorithm;
import io.cloudpbx.access.passkeys.Passkeys;
import io.cloudpbx.access.store.Passkey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/account/passkeys}: one's own. Bytes are base64url, as WebAuthn writes them. */
@RestController
@RequestMapping("/api/account/passkeys")
class PasskeysController {
    private final Passkeys passkeys;
    private final Sessions sessions;

    PasskeysController(Passkeys passkeys, Sessions sessions) {
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /** @param lastUsedAt null before the first time */
    record Item(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static Item of(Passkey passkey) {
            return new Item(passkey.id(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt());
        }
    }

    record Items(List<Item> items, @Nullable String next) {}

    @GetMapping
    Items list(SignedIn who) {
        return new Items(passkeys.of(who).stream().map(Item::of).toList(), null);
    }

    /**
     * What {@code navigator.credentials.create} is asked for.
     *
     * @param handle the person's
     * @param algorithms as COSE numbers them
     * @param known the person's other passkeys
     */
    record Options(
            String relyingParty,
            String challenge,
            String handle,
            String email,
            String name,
            List<Integer> algorithms,
            List<String> known) {}

    @PostMapping("/options")
    Options options(SignedIn who) {
        var offer = passkeys.offer(who);
        return new Options(
                offer.relyingParty(),
                offer.challenge(),
                Base64Url.text(offer.handle()),
                who.email(),
                who.name(),
                Arrays.stream(Algorithm.values()).map(Algorithm::number).toList(),
                offer.known().stream().map(Base64Url::text).toList());
    }

    /** @param publicKey in X.509 */
    record Made(
            @NotBlank @Size(max = 60) String name,
            @NotNull @Size(max = 4000) String clientData,
            @NotNull @Size(max = 4000) String authenticatorData,
            @NotNull @Size(max = 4000) String publicKey,
            int algorithm) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@Valid @RequestBody Made made, SignedIn who, HttpServletRequest request) {
        var key = new Passkeys.Made(
                made.name().strip(),
                Base64Url.bytes("clientData", made.clientData()),
                Base64Url.bytes("authenticatorData", made.authenticatorData()),
                Base64Url.bytes("publicKey", made.publicKey()),
                made.algorithm());
        passkeys.add(who, key, Sessions.idOf(request), request.getRemoteAddr());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        passkeys.remove(who, id, Sessions.idOf(request), request.getRemoteAddr());
        if (passkeys.of(who).isEmpty()) {
            sessions.forgetPasskey(request);
        }
    }
}
