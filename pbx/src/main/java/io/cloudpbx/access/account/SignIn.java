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
    private final Attempts attempts;
    private final Audit audit;

    SignIn(Users users, Passwords passwords, Attempts attempts, Audit audit) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
    }

    /**
     * Not in one transaction: an attempt counts also when what follows fails.
     *
     * @param address where the request came from
     * @throws Problem {@code sign_in_failed} without saying why, {@code too_many_attempts}
     */
    public SignedIn byPassword(String email, String password, String address) {
        attempts.count(email, address);
        Optional<Users.WithPassword> found = users.withPassword(email);
        String hash = found.map(Users.WithPassword::passwordHash).orElse(null);
        if (found.isEmpty() || hash == null || !passwords.matches(password, hash)) {
            throw refused(email, password, address, hash != null);
        }
        SignedIn user = found.get().user();
        if (passwords.isOutdated(hash)) {
            users.changePasswordHash(user.userId(), passwords.hashAgain(password));
        }
        attempts.forgive(email);
        audit.record(Audit.Entry.of(user.userId(), address, "sign_in"));
        return user;
    }

    private Problem refused(String email, String password, String address, boolean hashed) {
        if (!hashed) {
            passwords.matches(password, null);
        }
        audit.record(Audit.Entry.of(email, address, "sign_in_failed"));
        return Problem.of(401, "sign_in_failed", "The e-mail address or the password is not right.");
    }
}
