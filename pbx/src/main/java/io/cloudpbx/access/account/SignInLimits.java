package io.cloudpbx.access.account;

import io.cloudpbx.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts attempts before they are judged, in the database, so that guessing at many nodes at once gains nothing. */
@Repository
class SignInLimits {
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Problem {@code too_many_attempts} when another attempt must wait */
    @Transactional
    public void count(String email, String address) {
        count(SignInLimit.PER_ADDRESS, "address " + address);
        count(SignInLimit.PER_ACCOUNT, account(email));
    }

    /** The person has proved who they are. */
    @Transactional
    public void forgive(String email) {
        jdbc.sql("delete from sign_in_limits where scope = :scope")
                .param("scope", account(email))
                .update();
    }

    private void count(SignInLimit limit, String scope) {
        Instant now = clock.instant();
        jdbc.sql(
                        "insert into sign_in_limits (scope, attempts, last_at) values (:scope, 0, :now) on conflict do nothing")
                .param("scope", scope)
                .param("now", utc(now))
                .update();
        switch (limit.judge(locked(scope), now)) {
            case SignInLimit.Verdict.Allowed(var counted) -> write(scope, counted);
            case SignInLimit.Verdict.Refused(var retryAfter) ->
                throw Problem.tooMany(
                        "too_many_attempts", "Too many attempts to sign in. Wait a little and try again.", retryAfter);
        }
    }

    private SignInLimit.Attempts locked(String scope) {
        return jdbc.sql("select attempts, last_at, blocked_until from sign_in_limits where scope = :scope for update")
                .param("scope", scope)
                .query((row, number) -> new SignInLimit.Attempts(
                        row.getInt("attempts"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("blocked_until", OffsetDateTime.class))))
                .single();
    }

    private void write(String scope, SignInLimit.Attempts attempts) {
        jdbc.sql("""
                update sign_in_limits set attempts = :attempts, last_at = :last_at, blocked_until = :blocked_until
                where scope = :scope
                """)
                .param("attempts", attempts.number())
                .param("last_at", utc(attempts.lastAt()))
                .param(
                        "blocked_until",
                        Optional.ofNullable(attempts.blockedUntil())
                                .map(SignInLimits::utc)
                                .orElse(null))
                .param("scope", scope)
                .update();
    }

    private static String account(String email) {
        return "account " + email.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
