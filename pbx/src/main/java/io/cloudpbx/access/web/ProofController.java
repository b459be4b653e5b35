package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.Proofs;
import io.cloudpbx.access.flow.StepUp;
import io.cloudpbx.access.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/account/proof}: that it is really you, asked again before acts of consequence. */
@RestController
@RequestMapping("/api/account/proof")
class ProofController {
    private final Proofs proofs;
    private final Freshness freshness;
    private final Sessions sessions;
    private final Passkeys passkeys;

    ProofController(Proofs proofs, Passkeys passkeys, Freshness freshness, Sessions sessions) {
        this.proofs = proofs;
        this.passkeys = passkeys;
        this.freshness = freshness;
        this.sessions = sessions;
    }

    /** @param by what is asked for, any one of them; empty when nothing is */
    record Standing(boolean fresh, List<String> by) {}

    @GetMapping
    Standing standing(SignedIn who, HttpServletRequest request) {
        return switch (freshness.judge(who, request)) {
            case StepUp.Verdict.Fresh() -> new Standing(true, List.of());
            case StepUp.Verdict.Stale(var by) -> new Standing(false, words(by));
        };
    }

    record Given(
            @Nullable @Size(max = 1000) String password,
            @Nullable @Size(max = 100) String code) {
        @Override
        public String toString() {
            return "Given[****]";
        }
    }

    /** The session goes on under a new id. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(@Valid @RequestBody Given given, SignedIn who, HttpServletRequest request) {
        var brought = new Proofs.Given(
                Objects.requireNonNullElse(given.password(), ""), Objects.requireNonNullElse(given.code(), ""));
        proofs.prove(who, brought, request.getRemoteAddr());
        sessions.renew(who, request);
    }

    /** What {@code navigator.credentials.get} is asked for. */
    record PasskeyOptions(String relyingParty, String challenge) {}

    @PostMapping("/passkey/options")
    PasskeyOptions passkeyOptions(SignedIn who) {
        var question = passkeys.ask(who);
        return new PasskeyOptions(question.relyingParty(), question.challenge());
    }

    /** The session goes on under a new id. */
    @PostMapping(path = "/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void proveByPasskey(@Valid @RequestBody PasskeyAnswer answer, SignedIn who, HttpServletRequest request) {
        passkeys.prove(who, answer.signed(), request.getRemoteAddr());
        sessions.renewByPasskey(who, request);
    }

    /** As the API names what somebody proves it with. */
    static List<String> words(Set<StepUp.Means> by) {
        return by.stream().map(StepUp.Means::word).sorted().toList();
    }
}
