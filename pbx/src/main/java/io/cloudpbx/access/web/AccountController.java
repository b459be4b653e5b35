package io.cloudpbx.access.web;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.NewPasswords;
import io.cloudpbx.access.account.OpenSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/account}: one's own password and sessions; never by a token, which would outlive what it changes. */
@RestController
@RequestMapping("/api/account")
class AccountController {
    private final NewPasswords passwords;
    private final OpenSessions sessions;

    AccountController(NewPasswords passwords, OpenSessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    record PasswordWish(
            @NotNull @Size(max = 1000) String current,
            @NotNull String password) {
        @Override
        public String toString() {
            return "PasswordWish[****]";
        }
    }

    /** Ends every other session. */
    @PutMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody PasswordWish wish, SignedIn who, HttpServletRequest request) {
        passwords.own(
                who,
                new NewPasswords.Wish(wish.current(), wish.password()),
                Sessions.idOf(request),
                request.getRemoteAddr());
    }

    @GetMapping("/sessions")
    SessionItem.All sessions(SignedIn who, HttpServletRequest request) {
        return SessionItem.all(sessions.of(who.userId(), Sessions.idOf(request)));
    }

    record Ended(int ended) {}

    @DeleteMapping("/sessions")
    Ended endOthers(SignedIn who, HttpServletRequest request) {
        return new Ended(sessions.endOwnOthers(who, Sessions.idOf(request), request.getRemoteAddr()));
    }

    @DeleteMapping("/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOne(@PathVariable UUID session, SignedIn who, HttpServletRequest request) {
        sessions.endOwn(who, session, request.getRemoteAddr());
    }
}
