package io.cloudpbx.access.store;

import io.cloudpbx.access.flow.SignInLimit.Attempts;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered of attempts to sign in, per scope: an account or an address. */
@Repository
public class AttemptRows {
    private final JdbcClient jdbc;

    AttemptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever else counts in this scope waits until the transaction ends. */
    public Attempts lock(String scope, Instant now) {
        jdbc.sql(
                        "insert into sign_in_limits (scope, attempts, last_at) values (:scope, 0, :now) on conflict do nothing")
                .param("scope", scope)
                .param("now", Times.utc(now))
                .update();
        return jdbc.sql("select attempts, last_at, blocked_until from sign_in_limits where scope = :scope for update")
                .param("scope", scope)
                .query((row, number) -> new Attempts(
                        row.getInt("attempts"),
                        Times.instant(row, "last_at"),
                        Times.instantOrNone(row, "blocked_until")))
                .single();
    }

    public void write(String scope, Attempts attempts) {
        jdbc.sql("""
                update sign_in_limits set attempts = :attempts, last_at = :last_at, blocked_until = :blocked_until
                where scope = :scope
                """)
                .param("attempts", attempts.number())
                .param("last_at", Times.utc(attempts.lastAt()))
                .param(
                        "blocked_until",
                        Optional.ofNullable(attempts.blockedUntil())
                                .map(Times::utc)
                                .orElse(null))
                .param("scope", scope)
                .update();
    }

    public void forget(String scope) {
        jdbc.sql("delete from sign_in_limits where scope = :scope")
                .param("scope", scope)
                .update();
    }

    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from sign_in_limits where last_at < :instant")
                .param("instant", Times.utc(instant))
                .update();
    }
}
