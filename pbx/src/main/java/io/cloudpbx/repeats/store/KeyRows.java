package io.cloudpbx.repeats.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code request_key}. */
@Repository
public class KeyRows {
    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was free; waits for another transaction that has just taken it */
    public boolean take(UUID userId, String key, String hash, Instant now) {
        return jdbc.sql("""
                        insert into request_key (user_id, key, hash, asked_at) values (:user, :key, :hash, :now)
                        on conflict do nothing""")
                        .param("user", userId)
                        .param("key", key)
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param made as JSON */
    public void made(UUID userId, String key, String made) {
        jdbc.sql("update request_key set made = :made where user_id = :user and key = :key")
                .param("made", made)
                .param("user", userId)
                .param("key", key)
                .update();
    }

    /** @param made as JSON; never null outside the transaction that took the key */
    public record Kept(String hash, @Nullable String made) {}

    public Optional<Kept> kept(UUID userId, String key) {
        return jdbc.sql("select hash, made from request_key where user_id = :user and key = :key")
                .param("user", userId)
                .param("key", key)
                .query(Kept.class)
                .optional();
    }

    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from request_key where asked_at < :instant")
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .update();
    }
}
