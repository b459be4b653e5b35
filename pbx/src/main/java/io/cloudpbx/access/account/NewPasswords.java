package io.cloudpbx.access.account;

import io.cloudpbx.access.AccessEnded;
import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.Person;
import io.cloudpbx.access.store.ResetLinks;
import io.cloudpbx.access.store.SessionRows;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a password, by the one before or by a link; both end every other session (S1). Neither skips the second factor (S5). */
@Service
public class NewPasswords {
    private static final Duration VALID = Duration.ofHours(24);

    private final Rows rows;
    private final Passwords passwords;
    private final Attempts attempts;
    private final AccessSettings settings;
    private final Clock clock;

    NewPasswords(Rows rows, Passwords passwords, Attempts attempts, AccessSettings settings, Clock clock) {
        this.rows = rows;
        this.passwords = passwords;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is changed by it, and who is told. */
    @Component
    record Rows(Users users, ResetLinks links, SessionRows sessions, Audit audit, ApplicationEventPublisher events) {}

    /** A link just made, which is never shown again. */
    public record Made(String link, Instant expiresAt) {
        @Override
        public String toString() {
            return "Made[****]";
        }
    }

    /** For somebody who lost their password, in place of any link before. */
    @Transactional
    public Made linkFor(SignedIn who, Person person, String address) {
        if (person.disabledAt() != null) {
            throw Problem.conflict("deactivated", "This person was deactivated. Reactivate them first.");
        }
        Secret secret = Secret.fresh();
        Instant expiresAt = clock.instant().plus(VALID);
        rows.links().replace(person.id(), secret.hash(), expiresAt);
        rows.audit()
                .record(Audit.Entry.of(who.userId(), address, "reset_link_made").on(person.email()));
        return new Made(settings.link("/new-password/" + secret.text()), expiresAt);
    }

    /** Whose password a link changes. @throws Problem {@code reset_link_invalid} when it is unknown, old, or used */
    public SignedIn holderOf(String token) {
        return rows.links()
                .find(new Secret(token).hash())
                .filter(held -> held.expiresAt().isAfter(clock.instant()))
                .flatMap(held -> rows.users().find(held.userId()))
                .orElseThrow(NewPasswords::used);
    }

    /** @throws Problem {@code reset_link_invalid}, or naming the password; the link can then be used again */
    @Transactional
    public void byLink(String token, String password, String address) {
        SignedIn user = holderOf(token);
        String hash = hashed(user, password);
        // Of two who come at once the second waits here, and then finds no link.
        if (!rows.links().delete(new Secret(token).hash())) {
            throw used();
        }
        replace(user, hash, "");
        rows.audit()
                .record(Audit.Entry.of(user.userId(), address, "password_changed")
                        .because("reset link"));
        attempts.forgive(user.email());
    }

    /** What is asked of somebody who changes their own. */
    public record Wish(String current, String wanted) {
        @Override
        public String toString() {
            return "Wish[****]";
        }
    }

    /**
     * Not in one transaction: an attempt counts also when what follows fails.
     *
     * @param session the id that the browser holds, whose session stays
     * @throws Problem naming {@code current} or {@code password}; {@code too_many_attempts}
     */
    public void own(SignedIn who, Wish wish, String session, String address) {
        attempts.count(who.email(), address);
        String before = rows.users()
                .withPassword(who.email())
                .map(Users.WithPassword::passwordHash)
                .orElse(null);
        if (!passwords.matches(wish.current(), before)) {
            throw wrongPassword("current");
        }
        replace(who, hashed(who, wish.wanted()), session);
        attempts.forgive(who.email());
        rows.audit().record(Audit.Entry.of(who.userId(), address, "password_changed"));
    }

    static Problem wrongPassword(String field) {
        return Problem.invalid(field, "wrong", "is not your password");
    }

    private String hashed(SignedIn user, String password) {
        return passwords.hashNew(password, Stream.of(user.name(), user.email(), "cloudpbx"));
    }

    private void replace(SignedIn user, String hash, String keptSession) {
        rows.users().changePasswordHash(user.userId(), hash);
        rows.sessions().endOthers(user.userId(), keptSession);
        rows.events().publishEvent(new AccessEnded(user.userId()));
    }

    private static Problem used() {
        return Problem.notFound(
                "reset_link_invalid", "This link was used, replaced, or is too old. Ask for a new one.");
    }
}
