package io.cloudpbx.access.web;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.Invitations;
import io.cloudpbx.access.store.Invitation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** {@code /api/people/invitations}: who was asked in. */
@RestController
@RequestMapping("/api/people/invitations")
class InvitationsController {
    private final Invitations invitations;

    InvitationsController(Invitations invitations) {
        this.invitations = invitations;
    }

    record Item(UUID id, String email, String role, String invitedBy, Instant createdAt, Instant expiresAt) {
        static Item of(Invitation invitation) {
            return new Item(
                    invitation.id(),
                    invitation.email(),
                    invitation.role().word(),
                    invitation.invitedBy(),
                    invitation.createdAt(),
                    invitation.expiresAt());
        }
    }

    record Items(List<Item> items, @Nullable String next) {}

    @GetMapping
    Items list() {
        return new Items(invitations.all().stream().map(Item::of).toList(), null);
    }

    record Wish(
            @NotBlank @Email @Size(max = 254) String email,

            @NotNull @Pattern(regexp = RoleWords.ANY, message = RoleWords.MESSAGE)
            String role) {}

    /** The only time that the link is told. */
    record Made(UUID id, String email, String role, Instant expiresAt, String link) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Made invite(@Valid @RequestBody Wish wish, SignedIn who, HttpServletRequest request) {
        var made = invitations.invite(who, wish.email(), Role.ofWord(wish.role()), request.getRemoteAddr());
        Invitation invitation = made.invitation();
        return new Made(
                invitation.id(), invitation.email(), invitation.role().word(), invitation.expiresAt(), made.link());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, SignedIn who, HttpServletRequest request) {
        invitations.withdraw(who, id, request.getRemoteAddr());
    }
}
