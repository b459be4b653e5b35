package io.cloudpbx.access.account;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * API tokens, {@code cpbx_<id>_<secret>} (S7): shown once, kept as a hash, found by id. Every request asks the database,
 * so a revoked token is refused everywhere at once.
 */
@Repository
public class ApiTokens {
    private static final Pattern FORM = Pattern.compile("cpbx_([0-9a-f]{16})_([0-9a-f]{64})");
    /** Noting each use would turn every reading request into a writing one. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Users users, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token just made, with what is never shown again. */
    public record Created(ApiToken token, String text) {
        @Override
        public String toString() {
            return "Created[" + token.prefix() + "]";
        }
    }

    @Transactional
    public Created create(SignedIn owner, String name, Role role, Duration valid, String address) {
        Secret secret = Secret.fresh();
        String id = Secret.fresh().text().substring(0, 16);
        Instant now = clock.instant();
        ApiToken token = new ApiToken(id, name, prefix(id), role, now, now.plus(valid), null);
        jdbc.sql("""
                insert into api_tokens (id, user_id, name, role, secret_hash, created_at, expires_at)
                values (:id, :user, :name, :role, :hash, :created, :expires)
                """)
                .param("id", id)
                .param("user", owner.userId())
                .param("name", name)
                .param("role", role.name())
                .param("hash", secret.hash())
                .param("created", utc(now))
                .param("expires", utc(token.expiresAt()))
                .update();
        audit.record(Audit.Entry.of(owner.userId(), address, "token_created").on(id));
        return new Created(token, prefix(id) + "_" + secret.text());
    }

    public List<ApiToken> of(SignedIn owner) {
        return jdbc.sql("select * from api_tokens where user_id = :user order by created_at desc, id")
                .param("user", owner.userId())
                .query((row, number) -> token(row))
                .list();
    }

    /** @return whether there was such a token of this person */
    @Transactional
    public boolean revoke(SignedIn owner, String id, String address) {
        int deleted = jdbc.sql("delete from api_tokens where id = :id and user_id = :user")
                .param("id", id)
                .param("user", owner.userId())
                .update();
        if (deleted > 0) {
            audit.record(
                    Audit.Entry.of(owner.userId(), address, "token_revoked").on(id));
        }
        return deleted > 0;
    }

    /** Whom a token stands for, with the lesser of the person's role and its own. */
    public Optional<SignedIn> holder(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Secret secret = new Secret(matcher.group(2));
        return find(matcher.group(1))
                .filter(row -> secret.matches(row.secretHash()))
                .filter(row -> row.token().expiresAt().isAfter(clock.instant()))
                .flatMap(this::use);
    }

    private record Row(ApiToken token, UUID userId, byte[] secretHash) {}

    private Optional<Row> find(String id) {
        return jdbc.sql("select * from api_tokens where id = :id")
                .param("id", id)
                .query((row, number) ->
                        new Row(token(row), row.getObject("user_id", UUID.class), row.getBytes("secret_hash")))
                .optional();
    }

    private Optional<SignedIn> use(Row row) {
        Instant now = clock.instant();
        Instant lastUsed = row.token().lastUsedAt();
        if (lastUsed == null || lastUsed.plus(USE_NOTED_EVERY).isBefore(now)) {
            jdbc.sql("update api_tokens set last_used_at = :now where id = :id")
                    .param("now", utc(now))
                    .param("id", row.token().id())
                    .update();
        }
        return users.find(row.userId()).map(user -> withRole(user, row.token().role()));
    }

    private static SignedIn withRole(SignedIn user, Role ofToken) {
        Role lesser = user.role().covers(ofToken) ? ofToken : user.role();
        return new SignedIn(user.userId(), user.name(), user.email(), lesser);
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("name"),
                prefix(row.getString("id")),
                Role.valueOf(row.getString("role")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static String prefix(String id) {
        return "cpbx_" + id;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
