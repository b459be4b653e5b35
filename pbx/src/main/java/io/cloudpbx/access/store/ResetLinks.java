package io.cloudpbx.access.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links by which somebody chooses a new password, one a person, known by their hash. */
@Repository
public class ResetLinks {
    private final JdbcClient jdbc;

    ResetLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose link it is, and until when. */
    public record Held(UUID userId, Instant expiresAt) {}

    /** In place of the one before. */
    public void replace(UUID user, byte[] hash, Instant expiresAt) {
        jdbc.sql("""
                insert into reset_links (user_id, token_hash, expires_at) values (:user, :hash, :expires)
                on conflict (user_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
                """)
                .param("user", user)
                .param("hash", hash)
                .param("expires", Times.utc(expiresAt))
                .update();
    }

    public Optional<Held> find(byte[] hash) {
        return jdbc.sql("select * from reset_links where token_hash = :hash")
                .param("hash", hash)
                .query((row, number) ->
                        new Held(row.getObject("user_id", UUID.class), Times.instant(row, "expires_at")))
                .optional();
    }

    /** Whether it was still there: of two who use a link at once, one takes it. */
    public boolean delete(byte[] hash) {
        return jdbc.sql("delete from reset_links where token_hash = :hash")
                        .param("hash", hash)
                        .update()
                > 0;
    }

    public void deleteOf(UUID user) {
        jdbc.sql("delete from reset_links where user_id = :user")
                .param("user", user)
                .update();
    }
}
