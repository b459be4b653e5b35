package io.cloudpbx.access.store;

import io.cloudpbx.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** API tokens, with the hash of their secret. */
@Repository
public class TokenRows {
    private final JdbcClient jdbc;

    TokenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A token with what is needed to check it. */
    public record WithHash(ApiToken token, UUID userId, byte[] secretHash) {}

    public void add(WithHash row) {
        ApiToken token = row.token();
        jdbc.sql("""
                insert into api_tokens (id, user_id, name, role, secret_hash, created_at, expires_at)
                values (:id, :user, :name, :role, :hash, :created, :expires)
                """)
                .param("id", token.id())
                .param("user", row.userId())
                .param("name", token.name())
                .param("role", token.role().name())
                .param("hash", row.secretHash())
                .param("created", Times.utc(token.createdAt()))
                .param("expires", Times.utc(token.expiresAt()))
                .update();
    }

    public List<ApiToken> of(UUID user) {
        return jdbc.sql("select * from api_tokens where user_id = :user order by created_at desc, id")
                .param("user", user)
                .query((row, number) -> token(row))
                .list();
    }

    public Optional<WithHash> find(String id) {
        return jdbc.sql("select * from api_tokens where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new WithHash(token(row), row.getObject("user_id", UUID.class), row.getBytes("secret_hash")))
                .optional();
    }

    public void noteUse(String id, Instant at) {
        jdbc.sql("update api_tokens set last_used_at = :at where id = :id")
                .param("at", Times.utc(at))
                .param("id", id)
                .update();
    }

    /** @return whether there was such a token of this person */
    public boolean delete(String id, UUID user) {
        return jdbc.sql("delete from api_tokens where id = :id and user_id = :user")
                        .param("id", id)
                        .param("user", user)
                        .update()
                > 0;
    }

    public void deleteOf(UUID user) {
        jdbc.sql("delete from api_tokens where user_id = :user")
                .param("user", user)
                .update();
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Times.instant(row, "created_at"),
                Times.instant(row, "expires_at"),
                Times.instantOrNone(row, "last_used_at"));
    }
}
