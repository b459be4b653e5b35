package io.cloudpbx.access.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
     */
    public record Key(UUID id, UUID user, byte[] credential, byte[] publicKey, String algorithm, long uses) {}

    /** Whether the key was not known. */
    public boolean add(Key key, String name, Instant at) {
        return jdbc.sql("""
                insert into passkeys (id, user_id, credential_id, public_key, algorithm, name, uses, created_at)
                values (:id, :user, :credential, :key, :algorithm, :name, :uses, :at)
                on conflict (credential_id) do nothing
                """)
                        .param("id", key.id())
                        .param("user", key.user())
                        .param("credential", key.credential())
                        .param("key", key.publicKey())
                        .param("algorithm", key.algorithm())
                        .param("name", name)
                        .param("uses", key.uses())
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
                        row.getLong("uses")))
                .optional();
    }

    /** Whether it counted on, or counts nothing; of two who used copies at once the second did not. */
    public boolean use(UUID id, long uses, Instant at) {
        return jdbc.sql("""
                update passkeys set uses = :uses, last_used_at = :at
                where id = :id and (uses < :uses or (uses = 0 and :uses = 0))
                """)
                        .param("id", id)
                        .param("uses", uses)
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
                        Times.instantOrNone(row, "last_used_at")))
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
