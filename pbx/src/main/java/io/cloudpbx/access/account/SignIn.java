package io.cloudpbx.access.account;

import io.cloudpbx.access.SignedIn;
import io.cloudpbx.access.store.Audit;
import io.cloudpbx.access.store.Users;
import io.cloudpbx.problems.Problem;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Decides whether somebody with an e-mail address and a password is who they say. */
@Service
public class SignIn {
    private final Users users;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Attempts attempts;
    private final Audit audit;

    SignIn(Users users, Passwords passwords, SecondFactors secondFactors, Attempts attempts, Audit audit) {
        this.users = users;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.attempts = attempts;
        this.audit = audit;
    }

    /**
     * Not in one transaction: an attempt counts also when what follows fails.
     *
     * @param code of the second factor; empty from somebody who was not asked for it yet
     * @param address where the request came from
     * @throws Problem {@code sign_in_failed} without saying why, {@code code_needed}, {@code code_wrong}, {@code
     *     too_many_attempts}
     */
    public SignedIn byPassword(String email, String password, String code, String address) {
        attempts.count(email, address);
        Optional<Users.WithPassword> found = users.withPassword(email);
        String hash = found.map(Users.WithPassword::passwordHash).orElse(null);
        if (found.isEmpty() || hash == null || !passwords.matches(password, hash)) {
            throw refused(email, password, address, hash != null);
        }
        SignedIn user = found.get().user();
        askForCode(user, code, address);
        if (passwords.isOutdated(hash)) {
            users.changePasswordHash(user.userId(), passwords.hashAgain(password));
        }
        attempts.forgive(email);
        audit.record(Audit.Entry.of(user.userId(), address, "sign_in"));
        return user;
    }

    /** Only whoever knows the password learns that there is a second factor. */
    private void askForCode(SignedIn user, String code, String address) {
        if (!secondFactors.isOn(user.userId())) {
            return;
        }
        if (code.isBlank()) {
            throw Problem.of(401, "code_needed", "Enter the code that your authenticator app shows.");
        }
        if (!secondFactors.takes(user.userId(), code)) {
            audit.record(Audit.Entry.of(user.userId(), address, "sign_in_code_failed"));
            throw Problem.of(401, "code_wrong", "This code is not right, or was used before. Wait for the next one.");
        }
    }

    private Problem refused(String email, String password, String address, boolean hashed) {
        if (!hashed) {
            passwords.matches(password, null);
        }
        audit.record(Audit.Entry.of(email, address, "sign_in_failed"));
        return Problem.of(401, "sign_in_failed", "The e-mail address or the password is not right.");
    }
}
