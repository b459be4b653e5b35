package io.cloudpbx.access.account;

import io.cloudpbx.access.flow.SignInLimit;
import io.cloudpbx.access.store.AttemptRows;
import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts attempts before they are judged, in the database, so that guessing at many nodes at once gains nothing. */
@Service
public class Attempts {
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final AttemptRows rows;
    private final Clock clock;

    Attempts(AttemptRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws Problem {@code too_many_attempts} when another attempt must wait */
    @Transactional
    public void count(String email, String address) {
        count(SignInLimit.PER_ADDRESS, "address " + address);
        count(SignInLimit.PER_ACCOUNT, account(email));
    }

    /** Where nobody says who they are. @throws Problem {@code too_many_attempts} */
    @Transactional
    public void countAddress(String address) {
        count(SignInLimit.PER_ADDRESS, "address " + address);
    }

    /** The person has proved who they are. */
    @Transactional
    public void forgive(String email) {
        rows.forget(account(email));
        rows.forgetBefore(clock.instant().minus(REMEMBERED));
    }

    private void count(SignInLimit limit, String scope) {
        Instant now = clock.instant();
        switch (limit.judge(rows.lock(scope, now), now)) {
            case SignInLimit.Verdict.Allowed(var counted) -> rows.write(scope, counted);
            case SignInLimit.Verdict.Refused(var retryAfter) ->
                throw Problem.tooMany(
                        "too_many_attempts", "Too many attempts to sign in. Wait a little and try again.", retryAfter);
        }
    }

    private static String account(String email) {
        return "account " + email.strip().toLowerCase(Locale.ROOT);
    }
}
