package io.cloudpbx.access.passkeys;

import io.cloudpbx.access.AccessEnded;
import io.cloudpbx.access.AccessSettings;
import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.account.Attempts;
import io.cloudpbx.access.passkeys.RelyingParty.Accepted;
import io.cloudpbx.access.passkeys.RelyingParty.Answer;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final Clock clock;

    Passkeys(Rows rows, Challenges challenges, Attempts attempts, AccessSettings settings, Clock clock) {
        this.rows = rows;
        this.challenges = challenges;
        this.attempts = attempts;
        this.party = RelyingParty.of(settings);
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

    /** A key that was just made. */
    public record Made(String name, byte[] clientData, byte[] authenticatorData, byte[] publicKey, int algorithm) {}

    /**
     * Ends every other session, as each change of what somebody signs in with does (S1).
     *
     * @throws Problem {@code passkey_refused}, {@code too_many_passkeys}
     */
    @Transactional
    public void add(SignedIn who, Made made, String session, String address) {
        Accepted accepted = party.accepted(ClientData.CREATE, new Answer(made.clientData(), made.authenticatorData()))
                .filter(each -> each.data().credential().length > 0)
                .filter(each -> challenges.isOpen(each.challenge(), newOf(who)))
                .orElseThrow(Passkeys::refused);
        Algorithm algorithm = Algorithm.of(made.algorithm())
                .filter(each -> each.isKey(made.publicKey()))
                .orElseThrow(Passkeys::refused);
        if (of(who).size() >= MOST) {
            throw Problem.conflict("too_many_passkeys", "You have 20 passkeys. Remove one first.");
        }
        var key = new Key(
                UUID.randomUUID(),
                who.userId(),
                accepted.data().credential(),
                made.publicKey(),
                algorithm.name(),
                accepted.data().uses());
        if (!challenges.answer(accepted.challenge()) || !rows.keys().add(key, made.name(), clock.instant())) {
            throw refused();
        }
        changed(
                who.userId(),
                session,
                Audit.Entry.of(who.userId(), address, "passkey_added").on(made.name()));
    }

    /** @throws Problem {@code passkey_not_found} */
    @Transactional
    public void remove(SignedIn who, UUID passkey, String session, String address) {
        if (!rows.keys().delete(who.userId(), passkey)) {
            throw Problem.notFound("passkey_not_found", "There is no such passkey.");
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

    /** What a key signed. */
    public record Signed(byte[] credential, byte[] clientData, byte[] authenticatorData, byte[] signature) {}

    /** One key is both factors. @throws Problem {@code passkey_unknown} without saying why; {@code too_many_attempts} */
    public SignedIn signIn(Signed signed, String address) {
        attempts.countAddress(address);
        Optional<SignedIn> person = holder(signed, SIGN_IN).flatMap(rows.users()::find);
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
                .filter(key -> isSigned(signed, key))
                .filter(key -> isUsed(signed, key, purpose))
                .map(Key::user);
    }

    private static boolean isSigned(Signed signed, Key key) {
        byte[] hash = Hashes.sha256(signed.clientData());
        byte[] whole = ByteBuffer.allocate(signed.authenticatorData().length + hash.length)
                .put(signed.authenticatorData())
                .put(hash)
                .array();
        return Algorithm.valueOf(key.algorithm()).verifies(key.publicKey(), whole, signed.signature());
    }

    /** The challenge is ours and was open, and the key counted on if it counts: a copy of it would not. */
    private boolean isUsed(Signed signed, Key key, String purpose) {
        return party.accepted(ClientData.GET, new Answer(signed.clientData(), signed.authenticatorData()))
                .filter(accepted -> challenges.isOpen(accepted.challenge(), purpose))
                .filter(accepted -> challenges.answer(accepted.challenge()))
                .filter(accepted -> rows.keys().use(key.id(), accepted.data().uses(), clock.instant()))
                .isPresent();
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

    private static Problem refused() {
        return Problem.conflict("passkey_refused", "This passkey was not taken. Begin again.");
    }
}
