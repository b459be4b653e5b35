package io.cloudpbx.access.store;

import io.cloudpbx.access.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations, known by the hash of their link. */
@Repository
public class InvitationRows {
    private static final String INVITATIONS =
            "select i.*, u.name as inviter from invitations i join users u on u.id = i.invited_by ";

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of the one that the same address had before. */
    public void replace(Invitation invitation, UUID inviter, byte[] hash) {
        jdbc.sql("delete from invitations where lower(email) = lower(:email)")
                .param("email", invitation.email())
                .update();
        jdbc.sql("""
                insert into invitations (id, email, role, token_hash, invited_by, created_at, expires_at)
                values (:id, :email, :role, :hash, :inviter, :created, :expires)
                """)
                .param("id", invitation.id())
                .param("email", invitation.email())
                .param("role", invitation.role().name())
                .param("hash", hash)
                .param("inviter", inviter)
                .param("created", Times.utc(invitation.createdAt()))
                .param("expires", Times.utc(invitation.expiresAt()))
                .update();
    }

    public List<Invitation> all() {
        return jdbc.sql(INVITATIONS + "order by i.created_at desc, i.id")
                .query((row, number) -> invitation(row))
                .list();
    }

    public Optional<Invitation> find(UUID id) {
        return jdbc.sql(INVITATIONS + "where i.id = :id")
                .param("id", id)
                .query((row, number) -> invitation(row))
                .optional();
    }

    public Optional<Invitation> find(byte[] hash) {
        return jdbc.sql(INVITATIONS + "where i.token_hash = :hash")
                .param("hash", hash)
                .query((row, number) -> invitation(row))
                .optional();
    }

    /** Whether it was still there: of two who use a link at once, one takes it. */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from invitations where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    public void deleteOf(UUID inviter) {
        jdbc.sql("delete from invitations where invited_by = :inviter")
                .param("inviter", inviter)
                .update();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("inviter"),
                Times.instant(row, "created_at"),
                Times.instant(row, "expires_at"));
    }
}
