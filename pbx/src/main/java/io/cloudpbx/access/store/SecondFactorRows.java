package io.cloudpbx.access.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Second factors, their recovery codes, and whether everybody must have one. */
@Repository
public class SecondFactorRows {
    private final JdbcClient jdbc;

    SecondFactorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param confirmedAt null until the person showed that their app has the key */
    public record Kept(byte[] sealedKey, @Nullable Instant confirmedAt, long lastStep) {}

    public Optional<Kept> find(UUID user) {
        return jdbc.sql("select * from second_factors where user_id = :user")
                .param("user", user)
                .query((row, number) -> new Kept(
                        row.getBytes("sealed_key"), Times.instantOrNone(row, "confirmed_at"), row.getLong("last_step")))
                .optional();
    }

    /** A key that is not confirmed yet, in place of another such; a confirmed one stays. */
    public boolean begin(UUID user, byte[] sealedKey) {
        return jdbc.sql("""
                insert into second_factors (user_id, sealed_key) values (:user, :key)
                on conflict (user_id) do update set sealed_key = excluded.sealed_key
                where second_factors.confirmed_at is null
                """).param("user", user).param("key", sealedKey).update() > 0;
    }

    public void confirm(UUID user, Instant at) {
        jdbc.sql("update second_factors set confirmed_at = :at where user_id = :user")
                .param("at", Times.utc(at))
                .param("user", user)
                .update();
    }

    /** Whether nobody took a code of this half minute, or a later one, before. */
    public boolean take(UUID user, long step) {
        return jdbc.sql("update second_factors set last_step = :step where user_id = :user and last_step < :step")
                        .param("step", step)
                        .param("user", user)
                        .update()
                > 0;
    }

    public boolean delete(UUID user) {
        return jdbc.sql("delete from second_factors where user_id = :user")
                        .param("user", user)
                        .update()
                > 0;
    }

    public void replaceRecoveryCodes(UUID user, List<byte[]> hashes) {
        jdbc.sql("delete from recovery_codes where user_id = :user")
                .param("user", user)
                .update();
        hashes.forEach(hash -> jdbc.sql("insert into recovery_codes (user_id, code_hash) values (:user, :hash)")
                .param("user", user)
                .param("hash", hash)
                .update());
    }

    /** Whether it was there: a code works once. */
    public boolean takeRecoveryCode(UUID user, byte[] hash) {
        return jdbc.sql("delete from recovery_codes where user_id = :user and code_hash = :hash")
                        .param("user", user)
                        .param("hash", hash)
                        .update()
                > 0;
    }

    public int recoveryCodesLeft(UUID user) {
        return jdbc.sql("select count(*) from recovery_codes where user_id = :user")
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    public boolean required() {
        return jdbc.sql("select second_factor_required from sign_in_policy")
                .query(Boolean.class)
                .single();
    }

    public void require(boolean required) {
        jdbc.sql("update sign_in_policy set second_factor_required = :required")
                .param("required", required)
                .update();
    }

    /** Whether everybody must have one and this person does not. */
    public boolean isMissing(UUID user) {
        return jdbc.sql("""
                select second_factor_required and not exists (
                    select 1 from second_factors where user_id = :user and confirmed_at is not null)
                from sign_in_policy
                """).param("user", user).query(Boolean.class).single();
    }
}
