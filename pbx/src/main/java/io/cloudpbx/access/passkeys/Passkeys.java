package io.cloudpbx.access.passkeys;

import io.cloudpbx.access.AccessEnded;
import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.Attempts;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.Passkey;
import io.cloudpbx.access.store.PasskeyRows;
import io.cloudpbx.access.store.PasskeyRows.Key;
import io.cloudpbx.access.store.Person;
import io.cloudpbx.access.store.SessionRows;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.problems.Problem;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the public halves of people's passkeys, and knows people by them (S5). */
@Service
public class Passkeys {
    private static final int MOST = 20;
    private static final String SIGN_IN = "sign in";

    private final Rows rows;
    private final Challenges challenges;
    private final Attempts attempts;
    private final RelyingParty party;
    private final Ceremony ceremony;
    private final Clock clock;

    Passkeys(Rows rows, Challenges challenges, Attempts attempts, AccessSettings settings, Clock clock) {
        this.rows = rows;
        this.challenges = challenges;
        this.attempts = attempts;
        this.party = RelyingParty.of(settings);
        this.ceremony = new Ceremony(party);
        this.clock = clock;
    }

    /** What is changed, and who is told. */
    @Component
    record Rows(PasskeyRows keys, Users users, SessionRows sessions, Audit audit, ApplicationEventPublisher events) {}

    public List<Passkey> of(SignedIn who) {
        return rows.keys().of(who.userId());
    }

    /**
     * What a browser needs to have a key made.
     *
     * @param handle by which authenticators tell one person's keys from another's
     * @param known keys of the same person; an authenticator that has one of them makes no second
     */
    public record Offer(String relyingParty, byte[] handle, String challenge, List<byte[]> known) {}

    /** @throws Problem {@code passkeys_unavailable} */
    public Offer offer(SignedIn who) {
        requirePossible();
        return new Offer(
                party.id(),
                handle(who.userId()),
                challenges.fresh(newOf(who)),
                rows.keys().credentialsOf(who.userId()));
    }

    /** What a browser and its authenticator answer. */
    public record Answer(String name, byte[] clientData, byte[] attestation) {}

    /**
     * Ends every other session, as each change of what somebody signs in with does (S1).
     *
     * @throws Problem {@code passkey_refused}, {@code too_many_passkeys}
     */
    @Transactional
    public void add(SignedIn who, Answer answer, String session, String address) {
        Ceremony.Made made = ceremony.made(
                        answer.clientData(),
                        answer.attestation(),
                        challenge -> challenges.isOpen(challenge, newOf(who)))
                .orElseThrow(Passkeys::refused);
        if (of(who).size() >= MOST) {
            throw Problem.conflict("too_many_passkeys", "You have 20 passkeys. Remove one first.");
        }
        var key = new Key(
                UUID.randomUUID(),
                who.userId(),
                made.credential(),
                made.publicKey(),
                made.algorithm().name(),
                made.uses(),
                made.backupEligible(),
                made.backedUp());
        if (!challenges.answer(made.challenge()) || !rows.keys().add(key, answer.name(), clock.instant())) {
            throw refused();
        }
        changed(
                who.userId(),
                session,
                Audit.Entry.of(who.userId(), address, "passkey_added").on(answer.name()));
    }

    /** @throws Problem {@code passkey_not_found} */
    @Transactional
    public void rename(SignedIn who, UUID passkey, String name, String address) {
        if (!rows.keys().rename(who.userId(), passkey, name)) {
            throw notFound();
        }
        rows.audit()
                .record(Audit.Entry.of(who.userId(), address, "passkey_renamed").on(name));
    }

    /** @throws Problem {@code passkey_not_found} */
    @Transactional
    public void remove(SignedIn who, UUID passkey, String session, String address) {
        if (!rows.keys().delete(who.userId(), passkey)) {
            throw notFound();
        }
        changed(who.userId(), session, Audit.Entry.of(who.userId(), address, "passkey_removed"));
    }

    /** For somebody who lost a device; their sessions end. */
    @Transactional
    public void removeAllOf(SignedIn who, Person person, String address) {
        if (rows.keys().deleteOf(person.id())) {
            changed(
                    person.id(),
                    "",
                    Audit.Entry.of(who.userId(), address, "passkey_removed").on(person.email()));
        }
    }

    private void changed(UUID user, String session, Audit.Entry entry) {
        rows.sessions().endOthers(user, session);
        rows.events().publishEvent(new AccessEnded(user));
        rows.audit().record(entry);
    }

    /** What a key signs that somebody signs in with, and for whom. */
    public record Question(String relyingParty, String challenge) {}

    /** @throws Problem {@code passkeys_unavailable} */
    public Question askAnybody() {
        requirePossible();
        return new Question(party.id(), challenges.fresh(SIGN_IN));
    }

    /**
     * What a key signed.
     *
     * @param handle whose it says it is; null when it does not say
     */
    public record Signed(
            byte[] credential,
            byte[] clientData,
            byte[] authenticatorData,
            byte[] signature,
            byte @Nullable [] handle) {}

    /** One key is both factors. @throws Problem {@code passkey_unknown} without saying why; {@code too_many_attempts} */
    public SignedIn signIn(Signed signed, String address) {
        attempts.countAddress(address);
        Optional<SignedIn> person = Optional.of(signed)
                .filter(answer -> answer.handle() != null)
                .flatMap(answer -> holder(answer, SIGN_IN))
                .flatMap(rows.users()::find);
        if (person.isEmpty()) {
            rows.audit().record(Audit.Entry.of("passkey", address, "sign_in_failed"));
            throw Problem.of(401, "passkey_unknown", "This passkey opens nothing here. Sign in with your password.");
        }
        rows.audit()
                .record(Audit.Entry.of(person.get().userId(), address, "sign_in")
                        .because("passkey"));
        return person.get();
    }

    /**
     * Of somebody who is signed in, with a key of theirs.
     *
     * @throws Problem {@code passkeys_unavailable}
     */
    public Question ask(SignedIn who) {
        requirePossible();
        return new Question(party.id(), challenges.fresh(proofOf(who)));
    }

    /** @throws Problem {@code passkey_refused}, {@code too_many_attempts} */
    public void prove(SignedIn who, Signed signed, String address) {
        attempts.count(who.email(), address);
        if (holder(signed, proofOf(who)).filter(who.userId()::equals).isEmpty()) {
            rows.audit().record(Audit.Entry.of(who.userId(), address, "step_up_failed"));
            throw refused();
        }
        attempts.forgive(who.email());
        rows.audit().record(Audit.Entry.of(who.userId(), address, "step_up").because("passkey"));
    }

    private Optional<UUID> holder(Signed signed, String purpose) {
        return rows.keys()
                .find(signed.credential())
                .filter(key -> signed.handle() == null || Arrays.equals(signed.handle(), handle(key.user())))
                .filter(key -> ceremony.use(signed, key, challenge -> challenges.isOpen(challenge, purpose))
                        .filter(use -> challenges.answer(use.challenge()))
                        .filter(use -> isNoted(use, key))
                        .isPresent())
                .map(Key::user);
    }

    /** Of two who used copies of a key that counts at once, the second is refused. */
    private boolean isNoted(Ceremony.Use use, Key key) {
        var said = new PasskeyRows.Use(use.uses(), use.backupEligible(), use.backedUp());
        return rows.keys().use(key.id(), said, clock.instant());
    }

    private void requirePossible() {
        if (!party.isPossible()) {
            throw Problem.conflict(
                    "passkeys_unavailable", "Passkeys need https and a name, not a bare address, in PUBLIC_URL.");
        }
    }

    private static String proofOf(SignedIn who) {
        return "proof " + who.userId();
    }

    private static String newOf(SignedIn who) {
        return "new " + who.userId();
    }

    private static byte[] handle(UUID user) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
    }

    private static Problem notFound() {
        return Problem.notFound("passkey_not_found", "There is no such passkey.");
    }

    private static Problem refused() {
        return Problem.conflict("passkey_refused", "This passkey was not taken. Begin again.");
    }
}
