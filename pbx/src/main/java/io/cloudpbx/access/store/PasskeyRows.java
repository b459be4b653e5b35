package io.cloudpbx.access.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passkeys, and the challenges that were answered with them. */
@Repository
public class PasskeyRows {
    private final JdbcClient jdbc;

    PasskeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a signature is checked with.
     *
     * @param publicKey in X.509
     * @param uses how often it had been used, as it counts itself
     * @param backupEligible whether its maker may keep copies of it; null when nobody noted it
     */
    public record Key(
            UUID id,
            UUID user,
            byte[] credential,
            byte[] publicKey,
            String algorithm,
            long uses,
            @Nullable Boolean backupEligible,
            @Nullable Boolean backedUp) {}

    /** Whether the key was not known. */
    public boolean add(Key key, String name, Instant at) {
        return jdbc.sql("""
                insert into passkeys (id, user_id, credential_id, public_key, algorithm, name, uses, backup_eligible, backed_up, created_at)
                values (:id, :user, :credential, :key, :algorithm, :name, :uses, :eligible, :backed, :at)
                on conflict (credential_id) do nothing
                """)
                        .param("id", key.id())
                        .param("user", key.user())
                        .param("credential", key.credential())
                        .param("key", key.publicKey())
                        .param("algorithm", key.algorithm())
                        .param("name", name)
                        .param("uses", key.uses())
                        .param("eligible", key.backupEligible())
                        .param("backed", key.backedUp())
                        .param("at", Times.utc(at))
                        .update()
                > 0;
    }

    public Optional<Key> find(byte[] credential) {
        return jdbc.sql("select * from passkeys where credential_id = :credential")
                .param("credential", credential)
                .query((row, number) -> new Key(
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getBytes("credential_id"),
                        row.getBytes("public_key"),
                        row.getString("algorithm"),
                        row.getLong("uses"),
                        row.getObject("backup_eligible", Boolean.class),
                        row.getObject("backed_up", Boolean.class)))
                .optional();
    }

    /** What a key says of itself when it is used. */
    public record Use(long uses, boolean backupEligible, boolean backedUp) {}

    /** Whether it counted on, or counts nothing; of two who used copies at once the second did not. */
    public boolean use(UUID id, Use use, Instant at) {
        return jdbc.sql("""
                update passkeys set uses = :uses, last_used_at = :at, backed_up = :backed,
                    backup_eligible = coalesce(backup_eligible, :eligible)
                where id = :id and (uses < :uses or (uses = 0 and :uses = 0))
                """)
                        .param("id", id)
                        .param("uses", use.uses())
                        .param("backed", use.backedUp())
                        .param("eligible", use.backupEligible())
                        .param("at", Times.utc(at))
                        .update()
                > 0;
    }

    /** The oldest first. */
    public List<Passkey> of(UUID user) {
        return jdbc.sql("select * from passkeys where user_id = :user order by created_at, id")
                .param("user", user)
                .query((row, number) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Times.instant(row, "created_at"),
                        Times.instantOrNone(row, "last_used_at"),
                        row.getObject("backed_up", Boolean.class)))
                .list();
    }

    public List<byte[]> credentialsOf(UUID user) {
        return jdbc.sql("select credential_id from passkeys where user_id = :user order by created_at, id")
                .param("user", user)
                .query((row, number) -> row.getBytes("credential_id"))
                .list();
    }

    public boolean areThereOf(UUID user) {
        return jdbc.sql("select exists (select 1 from passkeys where user_id = :user)")
                .param("user", user)
                .query(Boolean.class)
                .single();
    }

    public boolean rename(UUID user, UUID id, String name) {
        return jdbc.sql("update passkeys set name = :name where user_id = :user and id = :id")
                        .param("name", name)
                        .param("user", user)
                        .param("id", id)
                        .update()
                > 0;
    }

    public boolean delete(UUID user, UUID id) {
        return jdbc.sql("delete from passkeys where user_id = :user and id = :id")
                        .param("user", user)
                        .param("id", id)
                        .update()
                > 0;
    }

    public boolean deleteOf(UUID user) {
        return jdbc.sql("delete from passkeys where user_id = :user")
                        .param("user", user)
                        .update()
                > 0;
    }

    /** Whether it was not answered before. */
    public boolean answer(byte[] hash, Instant until) {
        return jdbc.sql("""
                insert into passkey_challenges_answered (hash, until) values (:hash, :until) on conflict do nothing
                """)
                        .param("hash", hash)
                        .param("until", Times.utc(until))
                        .update()
                > 0;
    }

    public void forgetAnsweredBefore(Instant then) {
        jdbc.sql("delete from passkey_challenges_answered where until < :then")
                .param("then", Times.utc(then))
                .update();
    }
}
