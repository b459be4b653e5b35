package io.cloudpbx.access.store;

import io.cloudpbx.access.Role;
import io.cloudpbx.access.SignedIn;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people who may sign in. */
@Repository
public class Users {
    private static final RowMapper<SignedIn> USER = (row, number) -> new SignedIn(
            row.getObject("id", UUID.class),
            row.getString("name"),
            row.getString("email"),
            Role.valueOf(row.getString("role")));

    private final JdbcClient jdbc;
    private final Clock clock;

    Users(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A person with what is needed to check a password. */
    public record WithPassword(SignedIn user, @Nullable String passwordHash) {}

    public boolean areThere() {
        return jdbc.sql("select exists (select 1 from users)")
                .query(Boolean.class)
                .single();
    }

    /** By name, without those who were disabled. */
    public List<SignedIn> all() {
        return jdbc.sql("select * from users where disabled_at is null order by lower(name), id")
                .query(USER)
                .list();
    }

    /** Not somebody who was disabled. */
    public Optional<SignedIn> find(UUID id) {
        return jdbc.sql("select * from users where id = :id and disabled_at is null")
                .param("id", id)
                .query(USER)
                .optional();
    }

    public Optional<SignedIn> findByEmail(String email) {
        return withPassword(email).map(WithPassword::user);
    }

    public Optional<WithPassword> withPassword(String email) {
        return jdbc.sql("select * from users where lower(email) = lower(:email) and disabled_at is null")
                .param("email", email.strip())
                .query((row, number) ->
                        new WithPassword(mapped(USER.mapRow(row, number)), row.getString("password_hash")))
                .optional();
    }

    public SignedIn add(String name, String email, @Nullable String passwordHash, Role role) {
        SignedIn user = new SignedIn(UUID.randomUUID(), name.strip(), email.strip(), role);
        jdbc.sql("""
                insert into users (id, name, email, password_hash, role, created_at)
                values (:id, :name, :email, :hash, :role, :now)
                """)
                .param("id", user.userId())
                .param("name", user.name())
                .param("email", user.email())
                .param("hash", passwordHash)
                .param("role", role.name())
                .param("now", Times.utc(clock.instant()))
                .update();
        return user;
    }

    public void changePasswordHash(UUID id, String hash) {
        jdbc.sql("update users set password_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    private static SignedIn mapped(@Nullable SignedIn user) {
        return Objects.requireNonNull(user);
    }
}
