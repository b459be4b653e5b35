package io.cloudpbx.access.account;

import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.flow.Authority;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.Invitation;
import io.cloudpbx.access.store.InvitationRows;
import io.cloudpbx.access.store.MemberRows;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people in, by a link that is shown once, works once and for a week. */
@Service
public class Invitations {
    private static final Duration VALID = Duration.ofDays(7);

    private final Rows rows;
    private final Passwords passwords;
    private final AccessSettings settings;
    private final Clock clock;

    Invitations(Rows rows, Passwords passwords, AccessSettings settings, Clock clock) {
        this.rows = rows;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is kept of it. */
    @Component
    record Rows(InvitationRows invitations, Users users, MemberRows people, Audit audit) {}

    /** An invitation just made, with the link that is never shown again. */
    public record Made(Invitation invitation, String link) {
        @Override
        public String toString() {
            return "Made[" + invitation.id() + "]";
        }
    }

    public List<Invitation> all() {
        return rows.invitations().all();
    }

    /**
     * A second invitation of the same address takes the place of the first.
     *
     * @throws Problem {@code beyond_own_role}, or {@code already_here} naming {@code email}
     */
    @Transactional
    public Made invite(SignedIn who, String email, Role role, String address) {
        Staff.heed(new Authority(who.role(), 0).give(role));
        requireNew(email);
        Secret secret = Secret.fresh();
        Instant now = clock.instant();
        var invitation = new Invitation(UUID.randomUUID(), email.strip(), role, who.name(), now, now.plus(VALID));
        rows.invitations().replace(invitation, who.userId(), secret.hash());
        rows.audit()
                .record(Audit.Entry.of(who.userId(), address, "person_invited")
                        .on(invitation.email())
                        .because(role.word()));
        return new Made(invitation, settings.link("/join/" + secret.text()));
    }

    /** @throws Problem {@code invitation_not_found}, {@code beyond_own_role} */
    @Transactional
    public void withdraw(SignedIn who, UUID id, String address) {
        Invitation invitation = rows.invitations()
                .find(id)
                .orElseThrow(() -> Problem.notFound("invitation_not_found", "There is no such invitation."));
        Staff.heed(new Authority(who.role(), 0).touch(invitation.role()));
        rows.invitations().delete(id);
        rows.audit()
                .record(Audit.Entry.of(who.userId(), address, "invitation_withdrawn")
                        .on(invitation.email()));
    }

    /** @throws Problem {@code invitation_invalid} when the link is unknown, old, or used */
    public Invitation of(String token) {
        return rows.invitations()
                .find(new Secret(token).hash())
                .filter(invitation -> invitation.expiresAt().isAfter(clock.instant()))
                .orElseThrow(Invitations::used);
    }

    /** @throws Problem {@code invitation_invalid}, or naming the password; the link can then be used again */
    @Transactional
    public SignedIn accept(String token, String name, String password, String address) {
        Invitation invitation = of(token);
        String hash = passwords.hashNew(password, Stream.of(name, invitation.email(), "cloudpbx"));
        // Of two who come at once the second waits here, and then finds no invitation.
        if (!rows.invitations().delete(invitation.id())) {
            throw used();
        }
        SignedIn user = rows.users().add(name, invitation.email(), hash, invitation.role());
        rows.audit()
                .record(Audit.Entry.of(user.userId(), address, "invitation_accepted")
                        .on(invitation.email()));
        return user;
    }

    private static Problem used() {
        return Problem.notFound(
                "invitation_invalid", "This invitation was used, withdrawn, or is too old. Ask for a new one.");
    }

    private void requireNew(String email) {
        rows.people().findByEmail(email).ifPresent(person -> {
            throw Problem.invalid(
                    "email",
                    "already_here",
                    person.disabledAt() == null
                            ? "belongs to somebody who is here already"
                            : "belongs to somebody who was deactivated; reactivate them instead");
        });
    }
}
