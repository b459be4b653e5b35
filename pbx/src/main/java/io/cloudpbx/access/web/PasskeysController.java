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
import org.springframework.web.bind.annotation.PutMapping;
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

    /**
     * @param lastUsedAt null before the first time
     * @param backedUp whether its maker keeps copies of it, on other devices too; null as long as that is not known
     */
    record Item(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Boolean backedUp) {
        static Item of(Passkey passkey) {
            return new Item(
                    passkey.id(), passkey.name(), passkey.createdAt(), passkey.lastUsedAt(), passkey.backedUp());
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

    /** @param attestation the attestation object, of no authenticator in particular */
    record Made(
            @NotBlank @Size(max = 60) String name,
            @NotNull @Size(max = 4000) String clientData,
            @NotNull @Size(max = 8000) String attestation) {}

    /** The session has seen a passkey then: whoever must have a second factor has it. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@Valid @RequestBody Made made, SignedIn who, HttpServletRequest request) {
        var answer = new Passkeys.Answer(
                made.name().strip(),
                Base64Url.bytes("clientData", made.clientData()),
                Base64Url.bytes("attestation", made.attestation()));
        passkeys.add(who, answer, Sessions.idOf(request), request.getRemoteAddr());
        Sessions.rememberPasskey(request);
    }

    record Name(@NotBlank @Size(max = 60) String name) {}

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable UUID id, @Valid @RequestBody Name body, SignedIn who, HttpServletRequest request) {
        passkeys.rename(who, id, body.name().strip(), request.getRemoteAddr());
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
