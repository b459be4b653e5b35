package io.cloudpbx.access.account;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.flow.StepUp;
import io.cloudpbx.access.flow.StepUp.Means;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.PasskeyRows;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.problems.Problem;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Lets somebody who is signed in prove again who they are (S6). */
@Service
public class Proofs {
    private final Rows rows;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Attempts attempts;
    private final Audit audit;

    Proofs(Rows rows, Passwords passwords, SecondFactors secondFactors, Attempts attempts, Audit audit) {
        this.rows = rows;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.attempts = attempts;
        this.audit = audit;
    }

    /** What people have to prove it with. */
    @Component
    record Rows(Users users, PasskeyRows passkeys) {}

    /** What may be asked of this person, any one of them; nothing of the demo's. */
    public Set<Means> meansOf(SignedIn who) {
        return StepUp.meansOf(
                hasPassword(who),
                secondFactors.isOn(who.userId()),
                rows.passkeys().areThereOf(who.userId()),
                secondFactors.required());
    }

    private boolean hasPassword(SignedIn who) {
        return rows.users()
                .withPassword(who.email())
                .map(Users.WithPassword::passwordHash)
                .isPresent();
    }

    /** What somebody brings: what they are asked for is looked at, and nothing else. */
    public record Given(String password, String code) {
        @Override
        public String toString() {
            return "Given[****]";
        }
    }

    /**
     * Not in one transaction: an attempt counts also when what follows fails.
     *
     * @throws Problem naming {@code code} or {@code password}; {@code passkey_needed}; {@code too_many_attempts}
     */
    public void prove(SignedIn who, Given given, String address) {
        Set<Means> means = meansOf(who);
        if (means.equals(Set.of(Means.PASSKEY))) {
            throw Problem.conflict("passkey_needed", "Confirm with your passkey: the password is not enough.");
        }
        attempts.count(who.email(), address);
        if (means.contains(Means.CODE)) {
            require(secondFactors.takes(who.userId(), given.code()), who, address, SecondFactors.wrongCode());
        } else {
            require(knows(who, given.password()), who, address, NewPasswords.wrongPassword("password"));
        }
        attempts.forgive(who.email());
        audit.record(Audit.Entry.of(who.userId(), address, "step_up"));
    }

    private boolean knows(SignedIn who, String password) {
        String hash = rows.users()
                .withPassword(who.email())
                .map(Users.WithPassword::passwordHash)
                .orElse(null);
        return passwords.matches(password, hash);
    }

    private void require(boolean right, SignedIn who, String address, Problem otherwise) {
        if (!right) {
            audit.record(Audit.Entry.of(who.userId(), address, "step_up_failed"));
            throw otherwise;
        }
    }
}
