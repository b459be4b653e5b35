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

/** Everybody who may or might sign in, and the changes of that. */
@Repository
public class MemberRows {
    private static final String PEOPLE = """
            select u.*, exists (select 1 from second_factors f where f.user_id = u.id and f.confirmed_at is not null) as factor,
                (select count(*) from passkeys p where p.user_id = u.id) as passkeys,
                (select to_timestamp(max(s.last_access_time) / 1000.0) from spring_session s
                    where s.principal_name = u.id::text) as active_at
            from users u
            """;

    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, those last who were deactivated. */
    public List<Person> all() {
        return jdbc.sql(PEOPLE + "order by disabled_at is not null, lower(name), id")
                .query((row, number) -> person(row))
                .list();
    }

    public Optional<Person> find(UUID id) {
        return jdbc.sql(PEOPLE + "where id = :id")
                .param("id", id)
                .query((row, number) -> person(row))
                .optional();
    }

    public Optional<Person> findByEmail(String email) {
        return jdbc.sql(PEOPLE + "where lower(email) = lower(:email)")
                .param("email", email.strip())
                .query((row, number) -> person(row))
                .optional();
    }

    /** How many owners may sign in. Until the end of the transaction nobody else makes them fewer. */
    public int lockOwners() {
        return jdbc.sql("""
                select id from users where role = 'OWNER' and disabled_at is null order by id for update
                """).query((row, number) -> row.getString("id")).list().size();
    }

    public void changeRole(UUID id, Role role) {
        jdbc.sql("update users set role = :role where id = :id")
                .param("role", role.name())
                .param("id", id)
                .update();
    }

    public void disable(UUID id, Instant at) {
        jdbc.sql("update users set disabled_at = :at where id = :id")
                .param("at", Times.utc(at))
                .param("id", id)
                .update();
    }

    public void enable(UUID id) {
        jdbc.sql("update users set disabled_at = null where id = :id")
                .param("id", id)
                .update();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                Times.instant(row, "created_at"),
                Times.instantOrNone(row, "disabled_at"),
                Times.instantOrNone(row, "active_at"),
                row.getBoolean("factor"),
                row.getInt("passkeys"));
    }
}
