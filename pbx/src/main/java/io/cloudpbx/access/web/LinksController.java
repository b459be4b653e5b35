package io.cloudpbx.access.web;

import io.cloudpbx.access.PasswordRule;
import io.cloudpbx.access.account.Invitations;
import io.cloudpbx.access.account.NewPasswords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/join/{token}} and {@code /api/new-password/{token}}: what a link that somebody was given opens. */
@RestController
class LinksController {
    private final Invitations invitations;
    private final NewPasswords passwords;
    private final Sessions sessions;

    LinksController(Invitations invitations, NewPasswords passwords, Sessions sessions) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    record Asked(String email, String role, String invitedBy, Instant expiresAt, PasswordRule passwords) {}

    @GetMapping("/api/join/{token}")
    Asked invitation(@PathVariable String token) {
        var invitation = invitations.of(token);
        return new Asked(
                invitation.email(),
                invitation.role().word(),
                invitation.invitedBy(),
                invitation.expiresAt(),
                PasswordRule.PRESENT);
    }

    record Newcomer(
            @NotBlank @Size(max = 100) String name, @NotNull String password) {
        @Override
        public String toString() {
            return "Newcomer[****]";
        }
    }

    @PostMapping(path = "/api/join/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@PathVariable String token, @Valid @RequestBody Newcomer newcomer, HttpServletRequest request) {
        var user = invitations.accept(token, newcomer.name(), newcomer.password(), request.getRemoteAddr());
        sessions.begin(user, request);
    }

    record Holder(String email, PasswordRule passwords) {}

    @GetMapping("/api/new-password/{token}")
    Holder holder(@PathVariable String token) {
        return new Holder(passwords.holderOf(token).email(), PasswordRule.PRESENT);
    }

    record Chosen(@NotNull String password) {
        @Override
        public String toString() {
            return "Chosen[****]";
        }
    }

    /** Signs nobody in: whoever holds a link need not hold the second factor. */
    @PostMapping(path = "/api/new-password/{token}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@PathVariable String token, @Valid @RequestBody Chosen chosen, HttpServletRequest request) {
        passwords.byLink(token, chosen.password(), request.getRemoteAddr());
    }
}
