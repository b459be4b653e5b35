package io.cloudpbx.extensions.store;

import io.cloudpbx.extensions.Extension;
import io.cloudpbx.extensions.ExtensionDetails;
import io.cloudpbx.extensions.Quiet;
import io.cloudpbx.telephony.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code extension}. */
@Repository
public class ExtensionRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    ExtensionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void insert(UUID id, ExtensionDetails details, UUID numberId) {
        jdbc.sql("""
                        insert into extension (id, ext, name, department, email, sounds_like, forward_to, number_id, created_at)
                        values (:id, :ext, :name, :department, :email, :soundsLike, :forwardTo, :numberId, :now)""")
                .param("id", id)
                .param("ext", details.ext())
                .param("name", details.name())
                .param("department", details.department())
                .param("email", details.email())
                .param("soundsLike", details.soundsLike().toArray(String[]::new))
                .param("forwardTo", text(details.forwardTo()))
                .param("numberId", numberId)
                .param("now", now())
                .update();
    }

    public boolean update(UUID id, ExtensionDetails details, long version) {
        return jdbc.sql("""
                        update extension
                        set ext = :ext, name = :name, department = :department, email = :email,
                            sounds_like = :soundsLike, forward_to = :forwardTo, version = version + 1
                        where id = :id and active and version = :version""")
                        .param("id", id)
                        .param("ext", details.ext())
                        .param("name", details.name())
                        .param("department", details.department())
                        .param("email", details.email())
                        .param("soundsLike", details.soundsLike().toArray(String[]::new))
                        .param("forwardTo", text(details.forwardTo()))
                        .param("version", version)
                        .update()
                == 1;
    }

    public void deactivate(UUID id) {
        jdbc.sql("""
                        update extension set active = false, deactivated_at = :now, version = version + 1
                        where id = :id and active""").param("id", id).param("now", now()).update();
    }

    public void quiet(UUID id, Quiet wish) {
        jdbc.sql("update extension set quiet_since = :since, quiet_until = :until where id = :id and active")
                .param("id", id)
                .param("since", wish.since().atOffset(ZoneOffset.UTC))
                .param("until", wish.until() == null ? null : wish.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void endQuiet(UUID id) {
        jdbc.sql("update extension set quiet_since = null, quiet_until = null where id = :id and active")
                .param("id", id)
                .update();
    }

    public Optional<Extension> find(UUID id) {
        return jdbc.sql("select * from extension where id = :id")
                .param("id", id)
                .query(ExtensionRows::read)
                .optional();
    }

    public List<Extension> findAll(Collection<UUID> ids) {
        return jdbc.sql("select * from extension where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ExtensionRows::read)
                .list();
    }

    public Optional<Extension> byExt(String ext) {
        return jdbc.sql("select * from extension where ext = :ext and active")
                .param("ext", ext)
                .query(ExtensionRows::read)
                .optional();
    }

    public Optional<Extension> byNumber(UUID numberId) {
        return jdbc.sql("select * from extension where number_id = :numberId and active")
                .param("numberId", numberId)
                .query(ExtensionRows::read)
                .optional();
    }

    public List<Extension> active() {
        return jdbc.sql("select * from extension where active order by ext")
                .query(ExtensionRows::read)
                .list();
    }

    public List<Extension> all() {
        return jdbc.sql("select * from extension order by active desc, ext, created_at")
                .query(ExtensionRows::read)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable PhoneNumber number) {
        return number == null ? null : number.e164();
    }

    private static Extension read(ResultSet row, int index) throws SQLException {
        String forwardTo = row.getString("forward_to");
        return new Extension(
                row.getObject("id", UUID.class),
                row.getString("ext"),
                row.getString("name"),
                row.getString("department"),
                row.getString("email"),
                List.of((String[]) row.getArray("sounds_like").getArray()),
                forwardTo == null ? null : new PhoneNumber(forwardTo),
                row.getBoolean("active"),
                row.getObject("number_id", UUID.class),
                quiet(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static @Nullable Quiet quiet(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("quiet_since", OffsetDateTime.class);
        OffsetDateTime until = row.getObject("quiet_until", OffsetDateTime.class);
        return since == null ? null : new Quiet(since.toInstant(), until == null ? null : until.toInstant());
    }
}
