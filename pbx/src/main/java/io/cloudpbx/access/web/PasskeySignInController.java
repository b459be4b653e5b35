package io.cloudpbx.access.web;

import io.cloudpbx.access.passkeys.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/session/passkey}: signing in with a passkey alone. */
@RestController
@RequestMapping("/api/session/passkey")
class PasskeySignInController {
    private final Passkeys passkeys;
    private final Sessions sessions;

    PasskeySignInController(Passkeys passkeys, Sessions sessions) {
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /** What {@code navigator.credentials.get} is asked for; any passkey for us will do. */
    record Options(String relyingParty, String challenge) {}

    @PostMapping("/options")
    Options options() {
        var question = passkeys.askAnybody();
        return new Options(question.relyingParty(), question.challenge());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@Valid @RequestBody PasskeyAnswer answer, HttpServletRequest request) {
        sessions.beginByPasskey(passkeys.signIn(answer.signed(), request.getRemoteAddr()), request);
    }
}
